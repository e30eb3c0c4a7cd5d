namespace CallCenter.Sip.Tests.Transactions;

/// <summary>RFC 3261 figure 6.</summary>
public sealed class NonInviteClientFigureTests
{
    [Theory]
    [InlineData("", "send:BYE", "send BYE", "Trying")]
    [InlineData("send:BYE", "+500", "send BYE", "Trying")]
    [InlineData("send:BYE +500", "+1000", "send BYE", "Trying")]
    [InlineData("send:BYE +3500", "+4000", "send BYE", "Trying")]
    [InlineData("send:BYE +7500", "+4000", "send BYE", "Trying")]
    [InlineData("send:BYE +31999", "+1", "user BYE Timeout", "Terminated")]
    [InlineData("send:BYE", "100", "user 100", "Proceeding")]
    [InlineData("send:BYE 100", "+499", "", "Proceeding")]
    [InlineData("send:BYE 100", "+500", "send BYE", "Proceeding")]
    [InlineData("send:BYE 100 +500", "+3999", "", "Proceeding")]
    [InlineData("send:BYE 100 +500", "+4000", "send BYE", "Proceeding")]
    [InlineData("send:BYE 100 +31999", "+1", "user BYE Timeout", "Terminated")]
    [InlineData("send:BYE 100", "200", "user 200", "Completed")]
    [InlineData("send:BYE", "200", "user 200", "Completed")]
    [InlineData("send:BYE", "481", "user 481", "Completed")]
    [InlineData("send:BYE 200", "200", "", "Completed")]
    [InlineData("send:BYE 200", "100", "", "Completed")]
    [InlineData("send:BYE 200", "+4999", "", "Completed")]
    [InlineData("send:BYE 200", "+5000", "", "Terminated")]
    [InlineData("down send:BYE", "+0", "user BYE TransportError", "Terminated")]
    public void Over_UDP(string given, string when, string then, string state) =>
        FigureRow.Run(new Bench(), given, when, then, state);

    [Theory]
    [InlineData("send:BYE", "+31999", "", "Trying")]
    [InlineData("send:BYE", "+32000", "user BYE Timeout", "Terminated")]
    [InlineData("send:BYE", "200", "user 200", "Terminated")]
    public void Over_TCP(string given, string when, string then, string state) =>
        FigureRow.Run(new Bench(SipTransport.Tcp), given, when, then, state);
}
