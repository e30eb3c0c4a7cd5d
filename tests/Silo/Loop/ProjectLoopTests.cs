using System.Net;
using CallCenter.Silo.Loop;
using CallCenter.Sip;
using CallCenter.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace CallCenter.Silo.Tests.Loop;

/// <summary>The rules of the loop: one at a time, written before sent, replies after that.</summary>
public sealed class ProjectLoopTests : IDisposable
{
    private static readonly SipFlow Peer = new(SipTransport.Udp, new SipEndPoint(IPAddress.Loopback, 5060));
    private readonly SiloCounters _counters = new();
    private readonly List<string> _happened = [];
    private readonly ProjectLoop _loop;
    private bool _journalIsAway;
    private bool _appended;

    public ProjectLoopTests()
    {
        var outbox = new Outbox();
        _loop = new ProjectLoop(new LoopClock(TimeProvider.System), outbox, Flush, _counters.NewLoop(), NullLogger.Instance);
        outbox.Connect(new Wire(_happened), _ => { });
    }

    public void Dispose() => _counters.Dispose();

    [Fact]
    public void Nothing_is_sent_and_nobody_is_told_before_it_is_written()
    {
        _loop.Queue(new Step(this, "one"));
        _loop.Enter(new Step(this, "two"));
        Assert.Equal(["handle one", "handle two", "flush", "sent one", "sent two", "reply one", "reply two"], _happened);
    }

    [Fact]
    public void While_the_journal_is_away_messages_are_held_back_and_callers_are_told()
    {
        _journalIsAway = true;
        _loop.Enter(new Step(this, "one"));
        Assert.Equal(["handle one", "failed one"], _happened);
        Assert.NotNull(_loop.JournalFailure);
        Assert.True(_loop.NextDue < long.MaxValue);

        _journalIsAway = false;
        _loop.Drain();
        Assert.Equal(["handle one", "failed one", "flush", "sent one"], _happened);
        Assert.Null(_loop.JournalFailure);
    }

    [Fact]
    public void A_refusal_that_rests_on_no_event_leaves_while_the_journal_is_away()
    {
        _journalIsAway = true;
        _loop.Enter(new Step(this, "event"));
        _loop.Enter(new Step(this, "refusal") { RestsOnNothing = true });
        Assert.Equal(["handle event", "failed event", "handle refusal", "sent refusal", "failed refusal"], _happened);
    }

    [Fact]
    public void A_refusal_that_throws_lets_nothing_out_that_has_to_wait_for_the_journal()
    {
        _journalIsAway = true;
        _loop.Enter(new Step(this, "refusal") { RestsOnNothing = true, ThrowsAtSending = true });
        _loop.Enter(new Step(this, "event"));
        Assert.DoesNotContain("sent event", _happened);

        _journalIsAway = false;
        _loop.Drain();
        Assert.Contains("sent event", _happened);
    }

    [Fact]
    public void An_input_that_throws_harms_no_other()
    {
        _loop.Queue(new Step(this, "bad") { Throws = true });
        _loop.Enter(new Step(this, "good"));
        Assert.Equal(["failed bad", "handle good", "flush", "sent good", "reply good"], _happened);
        Assert.Equal(1, _counters.LoopFailures);
    }

    [Fact]
    public async Task Inputs_of_many_threads_are_handled_one_at_a_time_and_none_is_lost()
    {
        const int Threads = 8;
        const int Each = 20_000;
        using var timers = new TimerThread();
        timers.Add(_loop);
        timers.Start();
        var count = new Counting();
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < Each; i++)
            {
                _loop.Enter(count);
            }
        })));
        await Eventually.Holds(() => count.Completed == Threads * Each);
        Assert.Equal(Threads * Each, count.Handled);
    }

    [Fact]
    public async Task What_is_due_is_fired_by_the_timer_thread_when_nothing_else_happens()
    {
        var clock = new LoopClock(TimeProvider.System);
        var part = new DueOnce(clock.Peek() + 30);
        _loop.Attach(part);
        using var timers = new TimerThread();
        timers.Add(_loop);
        timers.Start();
        _loop.Drain();
        await Eventually.Holds(() => part.Fired);
    }

    private void Flush()
    {
        if (_journalIsAway && _appended)
        {
            throw new IOException("No space left on device");
        }

        if (_appended)
        {
            _happened.Add("flush");
            _appended = false;
        }
    }

    private sealed class Step(ProjectLoopTests test, string name) : LoopInput
    {
        public bool Throws { get; init; }

        public bool RestsOnNothing { get; init; }

        public bool ThrowsAtSending { get; init; }

        public override void Handle(long now)
        {
            if (Throws)
            {
                throw new InvalidOperationException(name);
            }

            test._happened.Add("handle " + name);
            test._appended |= !RestsOnNothing;
            if (RestsOnNothing)
            {
                using var unwritten = test._loop.Outbox.SendUnwritten();
                Send();
            }
            else
            {
                Send();
            }
        }

        private void Send()
        {
            if (ThrowsAtSending)
            {
                throw new InvalidOperationException(name);
            }

            test._loop.Outbox.Send(Peer, System.Text.Encoding.UTF8.GetBytes(name));
        }

        public override void Complete() => test._happened.Add("reply " + name);

        public override void Fail(Exception failure) => test._happened.Add("failed " + name);
    }

    private sealed class Counting : LoopInput
    {
        public int Handled { get; private set; }

        public int Completed { get; private set; }

        public override void Handle(long now) => Handled++;

        public override void Complete() => Completed++;
    }

    private sealed class DueOnce(long due) : ILoopPart
    {
        public bool Fired { get; private set; }

        public long NextDue => Fired ? long.MaxValue : due;

        public void Fire(long now) => Fired = true;
    }

    private sealed class Wire(List<string> happened) : ISipTransport
    {
        public bool Send(in SipFlow flow, ReadOnlySpan<byte> message)
        {
            happened.Add("sent " + System.Text.Encoding.UTF8.GetString(message));
            return true;
        }
    }
}
