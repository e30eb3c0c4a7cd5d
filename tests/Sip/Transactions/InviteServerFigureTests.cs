using CallCenter.Sip.Transactions;

namespace CallCenter.Sip.Tests.Transactions;

/// <summary>RFC 3261 figure 7 with RFC 6026 figure 3, and the repetition of 2xx of RFC 3261 §13.3.1.4.</summary>
public sealed class InviteServerFigureTests
{
    [Theory]
    [InlineData("", "INVITE", "user INVITE", "Proceeding")]
    [InlineData("INVITE", "INVITE", "", "Proceeding")]
    [InlineData("INVITE", "ACK", "", "Proceeding")]
    [InlineData("INVITE", "180", "send 180", "Proceeding")]
    [InlineData("INVITE 180", "INVITE", "send 180", "Proceeding")]
    [InlineData("INVITE 180", "183", "send 183", "Proceeding")]
    [InlineData("INVITE 180 183", "INVITE", "send 183", "Proceeding")]
    [InlineData("INVITE 180", "+3600000", "", "Proceeding")]
    [InlineData("INVITE 180", "486", "send 486", "Completed")]
    [InlineData("INVITE 486", "INVITE", "send 486", "Completed")]
    [InlineData("INVITE 486", "180", "", "Completed")]
    [InlineData("INVITE 486", "200", "", "Completed")]
    [InlineData("INVITE 486", "+500", "send 486", "Completed")]
    [InlineData("INVITE 486 +500", "+1000", "send 486", "Completed")]
    [InlineData("INVITE 486 +7500", "+4000", "send 486", "Completed")]
    [InlineData("INVITE 486 +31999", "+1", "user AckMissing", "Terminated")]
    [InlineData("INVITE 486", "ACK", "", "Confirmed")]
    [InlineData("INVITE 486 ACK", "ACK", "", "Confirmed")]
    [InlineData("INVITE 486 ACK", "INVITE", "", "Confirmed")]
    [InlineData("INVITE 486 ACK", "+4999", "", "Confirmed")]
    [InlineData("INVITE 486 ACK", "+5000", "", "Terminated")]
    [InlineData("INVITE 180", "200", "send 200", "Accepted")]
    [InlineData("INVITE 200", "INVITE", "", "Accepted")]
    [InlineData("INVITE 200", "486", "", "Accepted")]
    [InlineData("INVITE 200", "+500", "send 200", "Accepted")]
    [InlineData("INVITE 200 +500", "+1000", "send 200", "Accepted")]
    [InlineData("INVITE 200 +3500", "+4000", "send 200", "Accepted")]
    [InlineData("INVITE 200", "ack2xx", "user ACK", "Accepted")]
    [InlineData("INVITE 200 ack2xx", "ack2xx", "", "Accepted")]
    [InlineData("INVITE 200 ack2xx", "+31999", "", "Accepted")]
    [InlineData("INVITE 200 ack2xx", "+32000", "", "Terminated")]
    [InlineData("INVITE 200 +31999", "+1", "user AckMissing", "Terminated")]
    [InlineData("INVITE 200 ack2xx +32000", "ack2xx", "user stray ACK", "Terminated")]
    [InlineData("INVITE down 180", "+0", "user TransportError", "Terminated")]
    [InlineData("INVITE down 486", "+0", "user TransportError", "Terminated")]
    public void Over_UDP(string given, string when, string then, string state) =>
        FigureRow.Run(new Bench(), given, when, then, state);

    [Theory]
    [InlineData("INVITE 486", "+31999", "", "Completed")]
    [InlineData("INVITE 486", "+32000", "user AckMissing", "Terminated")]
    [InlineData("INVITE 486", "ACK", "", "Terminated")]
    [InlineData("INVITE 200", "+500", "send 200", "Accepted")]
    public void Over_TCP(string given, string when, string then, string state) =>
        FigureRow.Run(new Bench(SipTransport.Tcp), given, when, then, state);

    [Theory]
    [InlineData(200, "", "+199", "")]
    [InlineData(200, "", "+200", "send 100")]
    [InlineData(200, "180", "+1000", "")]
    [InlineData(200, "+200", "INVITE", "send 100")]
    [InlineData(0, "", "INVITE", "send 100")]
    [InlineData(-1, "", "+5000", "")]
    public void Automatic_100_comes_when_the_option_says(int tryingAfterMs, string given, string when, string then)
    {
        var bench = new Bench(options: new TransactionOptions { TryingAfterMs = tryingAfterMs });

        FigureRow.Run(bench, "INVITE " + given, when, then, "Proceeding");
    }

    [Theory]
    [InlineData("INVITE 180", "CANCEL", "send 200 | user CANCEL", "Proceeding")]
    [InlineData("INVITE 180 CANCEL", "CANCEL", "send 200", "Proceeding")]
    [InlineData("INVITE 180 CANCEL", "487", "send 487", "Completed")]
    [InlineData("INVITE 200", "CANCEL", "send 200", "Accepted")]
    [InlineData("INVITE 486", "CANCEL", "send 200", "Completed")]
    public void CANCEL_reaches_its_INVITE(string given, string when, string then, string state) =>
        FigureRow.Run(new Bench(), given, when, then, state);

    [Fact]
    public void CANCEL_and_INVITE_are_answered_with_the_same_tag()
    {
        var bench = new Bench();
        bench.PeerSends("INVITE");
        bench.PeerSends("CANCEL");
        bench.Answer(487);

        Assert.Equal(bench.Sent[0].ToTagText, bench.Sent[1].ToTagText);
        Assert.NotEqual("", bench.Sent[0].ToTagText);
    }
}
