using System.Net;
using System.Text;
using CallCenter.Silo.Signaling.Security;
using CallCenter.Sip;
using CallCenter.Sip.Messages;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Signaling.Security;

/// <summary>A phone of ours that asks without end costs little, and its calls nothing.</summary>
public sealed class KnownSourceGuardTests : IDisposable
{
    private readonly KeptLog _log = new();
    private readonly SiloCounters _counters = new();
    private readonly KnownSourceGuard _guard;

    public KnownSourceGuardTests() => _guard = new KnownSourceGuard(_log, _counters);

    public void Dispose() => _counters.Dispose();

    [Fact]
    public void Beyond_its_rate_a_source_is_answered_once_a_minute_and_otherwise_dropped()
    {
        Assert.Equal((2_000, 1, 999), Ask("SUBSCRIBE", 3_000, now: 0));
        Assert.Equal((100, 0, 900), Ask("SUBSCRIBE", 1_000, now: 1_000));
        Assert.Equal((2_000, 1, 999), Ask("SUBSCRIBE", 3_000, now: 61_000));
        Assert.Equal(2_900, _counters.KnownLimited);
    }

    [Fact]
    public void Registrations_are_counted_apart_so_that_a_flood_of_others_does_not_end_them()
    {
        Ask("SUBSCRIBE", 5_000, now: 0);
        Assert.Equal((1, 0, 0), Ask("REGISTER", 1, now: 0));
    }

    [Fact]
    public void Other_sources_are_not_charged()
    {
        Ask("SUBSCRIBE", 5_000, now: 0);
        Assert.Equal(KnownRequest.Served, _guard.Take(Request("SUBSCRIBE", port: 2), 0));
    }

    [Theory]
    [InlineData("SUBSCRIBE sip:a SIP/2.0", true)]
    [InlineData("PUBLISH sip:a SIP/2.0", true)]
    [InlineData("MESSAGE sip:a SIP/2.0", true)]
    [InlineData("INVITE sip:a SIP/2.0", false)]
    [InlineData("BYE sip:a SIP/2.0", false)]
    [InlineData("NOTIFY sip:a SIP/2.0", false)]
    [InlineData("OPTIONS sip:a SIP/2.0", false)]
    [InlineData("REGISTER sip:a SIP/2.0", false)]
    [InlineData("SIP/2.0 200 OK", false)]
    [InlineData("garbage", false)]
    public void What_no_dialog_can_carry_is_dropped_unread_while_a_source_is_beyond_its_rate(string line, bool drops)
    {
        var bytes = Encoding.ASCII.GetBytes(line);
        Assert.False(_guard.Drops(At(1), bytes));
        Ask("SUBSCRIBE", 2_001, now: 0);
        Assert.Equal(drops, _guard.Drops(At(1), bytes));
        Assert.False(_guard.Drops(At(2), bytes));
    }

    [Fact]
    public void It_is_said_once_in_the_log_and_for_ten_minutes_in_the_health()
    {
        Assert.Null(_guard.Reason(0));
        Ask("X-LONG-NAME-OF-A-METHOD-NOBODY-KNOWS", 5_000, now: 0);
        Assert.Contains(
            "127.0.0.1:1, a phone or trunk of ours, sends more than 100 X-LONG-NAME-OF-A-MET a second", Assert.Single(_log.Lines));
        Assert.Contains("127.0.0.1:1 sends more than 100", _guard.Reason(599_999));
        Assert.Null(_guard.Reason(600_000));
    }

    private (int Served, int Refused, int Dropped) Ask(string method, int times, long now)
    {
        var request = Request(method);
        var verdicts = Enumerable.Range(0, times).Select(_ => _guard.Take(request, now)).ToList();
        return (
            verdicts.Count(one => one == KnownRequest.Served), verdicts.Count(one => one == KnownRequest.Refused),
            verdicts.Count(one => one == KnownRequest.Dropped));
    }

    private static SipMessage Request(string method, int port = 1)
    {
        Assert.True(SipParser.TryParse(
            Encoding.ASCII.GetBytes(
                $"{method} sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bK1\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:a@b>\r\n"
                + $"Call-ID: x\r\nCSeq: 1 {method}\r\nMax-Forwards: 70\r\n\r\n"),
            out var request, out var error), error.Reason);
        request!.Flow = new SipFlow(SipTransport.Udp, At(port));
        return request;
    }

    private static SipEndPoint At(int port) => new(IPAddress.Loopback, port);
}
