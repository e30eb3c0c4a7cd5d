using System.Net;
using CallCenter.Load.Callers;
using CallCenter.Load.Chance;
using CallCenter.Load.Phones;
using CallCenter.Load.Tests.Transport;
using CallCenter.Load.Transport;

namespace CallCenter.Load.Tests.Callers;

public sealed class CallRunTests : IDisposable
{
    private static readonly IPEndPoint FreePort = new(IPAddress.Loopback, 0);

    private readonly BackgroundLoop _background = new();
    private readonly UserAgentHost _server;

    public CallRunTests() => _server = new UserAgentHost(_background.Loop, FreePort, FreePort);

    [Fact]
    public void Answered_calls_are_counted_and_measured()
    {
        Serve(new PhoneHabits { MissChance = 0, RejectChance = 0 });
        var report = CallRun.Run(Options(calls: 12), out var placed);
        using var text = new StringWriter();
        report.Write(text, placed);

        Assert.Equal((12, 12, 0), (placed, report.AnsweredCalls, report.FailedCalls));
        Assert.Contains("calls 12, answered 12, failed 0", text.ToString(), StringComparison.Ordinal);
        Assert.Matches(@"INVITE to 200: p50 \d+\.\d ms, p90 \d+\.\d ms, p99 \d+\.\d ms, most \d+\.\d ms", text.ToString());
    }

    [Fact]
    public void Refused_calls_are_told_with_their_status_and_an_example()
    {
        Serve(new PhoneHabits { MissChance = 0, RejectChance = 1 });
        var report = CallRun.Run(Options(calls: 3), out var placed);
        using var text = new StringWriter();
        report.Write(text, placed);

        Assert.Equal((0, 3), (report.AnsweredCalls, report.FailedCalls));
        Assert.Matches("failed with 486: 3, for example Call-ID [0-9a-f]{32}", text.ToString());
    }

    [Fact]
    public void Calls_nobody_answers_are_given_up_after_the_patience()
    {
        Serve(new PhoneHabits { MissChance = 1 });
        var report = CallRun.Run(Options(calls: 2) with { Patience = TimeSpan.FromMilliseconds(100) }, out var placed);
        using var text = new StringWriter();
        report.Write(text, placed);

        Assert.Contains("failed with no answer: 2", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_told_to_end_hangs_up_and_returns()
    {
        Serve(new PhoneHabits { MissChance = 1 });
        using var end = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var started = TimeProvider.System.GetTimestamp();
        CallRun.Run(Options(calls: 1_000), out var placed, end.Token);

        Assert.InRange(placed, 1, 999);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData(0.5, 50)]
    [InlineData(0.99, 99)]
    [InlineData(1, 100)]
    public void A_percentile_is_the_smallest_value_that_covers_its_share(double share, int expected)
    {
        var values = Enumerable.Range(1, 100).Select(ms => TimeSpan.FromMilliseconds(ms)).ToArray();

        Assert.Equal(TimeSpan.FromMilliseconds(expected), CallReport.Percentile(values, share));
        Assert.Equal(TimeSpan.FromMilliseconds(7), CallReport.Percentile([TimeSpan.FromMilliseconds(7)], share));
    }

    public void Dispose()
    {
        _background.Dispose();
        _server.Dispose();
    }

    /// <summary>Every call gets a phone of its own with these habits.</summary>
    private void Serve(PhoneHabits habits)
    {
        var quick = habits with
        {
            AnswerAfter = TimeRange.Milliseconds(5, 10),
            RejectAfter = TimeRange.Milliseconds(5, 10),
            HangUpFirstChance = 0,
            HoldChance = 0,
            MeanBetweenOwnCalls = null,
        };
        _server.IncomingCall = (leg, user) => new SimulatedPhone(
            _server, new PhoneAccount(user, "password"), quick, new PhoneDirectory([], []), new Random(1), new SimulationCounts())
            .TakeCall(leg);
        _server.Start();
        _background.Start();
    }

    private CallOptions Options(int calls) => new(
        _server.Local.ToIPEndPoint(), FreePort, "+380501112233", "+380445550100", calls, CallsPerSecond: 100,
        Patience: TimeSpan.FromSeconds(10), Talk: TimeSpan.FromMilliseconds(20));
}
