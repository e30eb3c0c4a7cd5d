namespace CallCenter.Sip.Tests.Transactions;

/// <summary>RFC 3261 figure 8.</summary>
public sealed class NonInviteServerFigureTests
{
    [Theory]
    [InlineData("", "OPTIONS", "user OPTIONS", "Trying")]
    [InlineData("OPTIONS", "OPTIONS", "", "Trying")]
    [InlineData("OPTIONS", "+31999", "", "Trying")]
    [InlineData("OPTIONS", "+32000", "", "Terminated")]
    [InlineData("OPTIONS", "100", "send 100", "Proceeding")]
    [InlineData("OPTIONS 100", "OPTIONS", "send 100", "Proceeding")]
    [InlineData("OPTIONS 100", "100", "send 100", "Proceeding")]
    [InlineData("OPTIONS", "200", "send 200", "Completed")]
    [InlineData("OPTIONS 100", "404", "send 404", "Completed")]
    [InlineData("OPTIONS 200", "OPTIONS", "send 200", "Completed")]
    [InlineData("OPTIONS 200", "500", "", "Completed")]
    [InlineData("OPTIONS 200", "100", "", "Completed")]
    [InlineData("OPTIONS 200", "+31999", "", "Completed")]
    [InlineData("OPTIONS 200", "+32000", "", "Terminated")]
    [InlineData("OPTIONS down 200", "+0", "user TransportError", "Terminated")]
    [InlineData("OPTIONS 200 down OPTIONS", "+0", "user TransportError", "Terminated")]
    public void Over_UDP(string given, string when, string then, string state) =>
        FigureRow.Run(new Bench(), given, when, then, state);

    [Theory]
    [InlineData("OPTIONS", "200", "send 200", "Terminated")]
    [InlineData("OPTIONS 100", "OPTIONS", "send 100", "Proceeding")]
    public void Over_TCP(string given, string when, string then, string state) =>
        FigureRow.Run(new Bench(SipTransport.Tcp), given, when, then, state);
}
