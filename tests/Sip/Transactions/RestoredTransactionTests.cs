namespace CallCenter.Sip.Tests.Transactions;

/// <summary>Transactions of a process that died, made again: nothing is sent by that, and then they go on as in their figures.</summary>
public sealed class RestoredTransactionTests
{
    [Theory]
    [InlineData("", "heard", "", "Proceeding")]
    [InlineData("heard", "+60000", "", "Proceeding")]
    [InlineData("heard", "180", "user 180", "Proceeding")]
    [InlineData("heard", "200", "user 200", "Accepted")]
    [InlineData("heard", "486", "send ACK | user 486", "Completed")]
    [InlineData("heard", "cancel", "send CANCEL", "Proceeding")]
    [InlineData("heard", "+1800000", "user INVITE Timeout", "Terminated")]
    [InlineData("", "unheard", "", "Calling")]
    [InlineData("unheard", "+499", "", "Calling")]
    [InlineData("unheard", "+500", "send INVITE", "Calling")]
    [InlineData("unheard +500", "+1000", "send INVITE", "Calling")]
    [InlineData("unheard", "200", "user 200", "Accepted")]
    [InlineData("unheard 180", "+60000", "", "Proceeding")]
    [InlineData("unheard", "cancel", "", "Calling")]
    [InlineData("unheard cancel", "180", "send CANCEL | user 180", "Proceeding")]
    [InlineData("unheard +31999", "+1", "user INVITE Timeout", "Terminated")]
    public void Our_INVITE(string given, string when, string then, string state) =>
        FigureRow.Run(new Bench(), given, when, then, state);

    [Theory]
    [InlineData("unheard", "+0", "send INVITE", "Calling")]
    [InlineData("unheard +0", "+31999", "", "Calling")]
    public void Our_INVITE_over_a_connection_that_died(string given, string when, string then, string state) =>
        FigureRow.Run(new Bench(SipTransport.Tcp), given, when, then, state);

    [Theory]
    [InlineData("", "restored", "", "Proceeding")]
    [InlineData("restored", "INVITE", "", "Proceeding")]
    [InlineData("restored", "180", "send 180", "Proceeding")]
    [InlineData("restored 180", "INVITE", "send 180", "Proceeding")]
    [InlineData("restored", "CANCEL", "send 200 | user CANCEL", "Proceeding")]
    [InlineData("restored", "200", "send 200", "Accepted")]
    [InlineData("restored 200", "+500", "send 200", "Accepted")]
    [InlineData("restored 200", "ack2xx", "user ACK", "Accepted")]
    [InlineData("restored", "remember:180", "", "Proceeding")]
    [InlineData("restored remember:180", "INVITE", "send 180", "Proceeding")]
    [InlineData("restored", "remember:486", "", "Completed")]
    [InlineData("restored remember:486", "+31999", "", "Completed")]
    [InlineData("restored remember:486", "INVITE", "send 486", "Completed")]
    [InlineData("restored remember:486", "ACK", "", "Confirmed")]
    [InlineData("restored", "remember:200", "", "Accepted")]
    [InlineData("restored remember:200", "INVITE", "", "Accepted")]
    [InlineData("restored remember:200", "+31999", "", "Accepted")]
    [InlineData("restored remember:200", "+32000", "", "Terminated")]
    public void A_peers_INVITE(string given, string when, string then, string state) =>
        FigureRow.Run(new Bench(), given, when, then, state);

    [Fact]
    public void Two_transactions_with_one_branch_are_not_made()
    {
        var bench = new Bench();
        bench.PeerSends("INVITE");
        bench.RestoreServer();
        Assert.Null(bench.Server);
        bench.RestoreClient(isHeard: true);
        bench.RestoreClient(isHeard: true);
        Assert.Null(bench.Client);
    }
}
