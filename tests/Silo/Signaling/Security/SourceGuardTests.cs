using System.Net;
using CallCenter.Silo.Signaling.Security;
using CallCenter.Sip;

namespace CallCenter.Silo.Tests.Signaling.Security;

/// <summary>Strangers cost little and ever less.</summary>
public class SourceGuardTests
{
    private readonly SourceGuard _guard = new(most: 100);

    [Fact]
    public void Who_fails_too_often_is_shut_out_for_a_minute_and_then_for_two()
    {
        Assert.Equal(60_000, ShutOutFor(At(1), 0));
        Assert.Equal(120_000, ShutOutFor(At(1), 60_000));
    }

    [Fact]
    public void Failures_now_and_then_harm_nobody()
    {
        for (var i = 0; i < 1_000; i++)
        {
            Assert.False(_guard.Failed(At(1), i * 5_000L));
        }
    }

    [Fact]
    public void Challenges_nobody_answers_run_out_and_answered_ones_do_not()
    {
        var answered = 0;
        for (var i = 0; i < 2_000; i++)
        {
            answered += _guard.MayAnswer(At(1), 0) ? 1 : 0;
            Assert.True(_guard.MayAnswer(At(2), 0));
            _guard.Proved(At(2), 0);
        }

        Assert.Equal(600, answered);
        Assert.True(_guard.MayAnswer(At(1), 1_000));
    }

    [Fact]
    public void The_table_is_bounded_and_keeps_who_is_shut_out()
    {
        ShutOutFor(At(1), 0);
        for (uint i = 2; i < 1_000; i++)
        {
            _guard.MayAnswer(At(i), i);
        }

        Assert.True(_guard.Count <= 100);
        Assert.True(_guard.IsShutOut(At(1), 1_000));
    }

    private static SipEndPoint At(uint address) => new(new IPAddress(address), 5060);

    private long ShutOutFor(SipEndPoint source, long now)
    {
        while (!_guard.Failed(source, now))
        {
            Assert.False(_guard.IsShutOut(source, now));
        }

        var until = now;
        while (_guard.IsShutOut(source, until))
        {
            until += 1_000;
        }

        return until - now;
    }
}
