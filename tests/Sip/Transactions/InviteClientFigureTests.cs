namespace CallCenter.Sip.Tests.Transactions;

/// <summary>RFC 3261 figure 5 with RFC 6026 figure 5.</summary>
public sealed class InviteClientFigureTests
{
    [Theory]
    [InlineData("", "send:INVITE", "send INVITE", "Calling")]
    [InlineData("send:INVITE", "+499", "", "Calling")]
    [InlineData("send:INVITE", "+500", "send INVITE", "Calling")]
    [InlineData("send:INVITE +500", "+999", "", "Calling")]
    [InlineData("send:INVITE +500", "+1000", "send INVITE", "Calling")]
    [InlineData("send:INVITE +31999", "+1", "user INVITE Timeout", "Terminated")]
    [InlineData("send:INVITE", "100", "user 100", "Proceeding")]
    [InlineData("send:INVITE 100", "+60000", "", "Proceeding")]
    [InlineData("send:INVITE 100", "180", "user 180", "Proceeding")]
    [InlineData("send:INVITE 180", "180", "user 180", "Proceeding")]
    [InlineData("send:INVITE 180", "+1800000", "user INVITE Timeout", "Terminated")]
    [InlineData("send:INVITE", "200", "user 200", "Accepted")]
    [InlineData("send:INVITE 180", "200", "user 200", "Accepted")]
    [InlineData("send:INVITE 200", "200", "user 200", "Accepted")]
    [InlineData("send:INVITE 200", "200/fork", "user 200", "Accepted")]
    [InlineData("send:INVITE 200", "180", "", "Accepted")]
    [InlineData("send:INVITE 200", "486", "", "Accepted")]
    [InlineData("send:INVITE 200", "+31999", "", "Accepted")]
    [InlineData("send:INVITE 200", "+32000", "", "Terminated")]
    [InlineData("send:INVITE", "486", "send ACK | user 486", "Completed")]
    [InlineData("send:INVITE 180", "302", "send ACK | user 302", "Completed")]
    [InlineData("send:INVITE 180", "603", "send ACK | user 603", "Completed")]
    [InlineData("send:INVITE 486", "486", "send ACK", "Completed")]
    [InlineData("send:INVITE 486", "200", "", "Completed")]
    [InlineData("send:INVITE 486", "180", "", "Completed")]
    [InlineData("send:INVITE 486", "+31999", "", "Completed")]
    [InlineData("send:INVITE 486", "+32000", "", "Terminated")]
    [InlineData("down send:INVITE", "+0", "user INVITE TransportError", "Terminated")]
    [InlineData("send:INVITE down +500", "+0", "", "Terminated")]
    [InlineData("send:INVITE 180 down 486", "+0", "", "Terminated")]
    [InlineData("send:INVITE", "cancel", "", "Calling")]
    [InlineData("send:INVITE cancel", "+499", "", "Calling")]
    [InlineData("send:INVITE cancel", "+500", "send CANCEL", "Calling")]
    [InlineData("send:INVITE +30000 cancel", "+499", "", "Calling")]
    [InlineData("send:INVITE +30000 cancel", "+500", "send CANCEL", "Calling")]
    [InlineData("send:INVITE cancel +500", "487", "send ACK | user 487", "Completed")]
    [InlineData("send:INVITE cancel", "100", "send CANCEL | user 100", "Proceeding")]
    [InlineData("send:INVITE 180", "cancel", "send CANCEL", "Proceeding")]
    [InlineData("send:INVITE 180 cancel", "cancel", "", "Proceeding")]
    [InlineData("send:INVITE 180 cancel", "487", "send ACK | user 487", "Completed")]
    [InlineData("send:INVITE 180 cancel", "200", "user 200", "Accepted")]
    [InlineData("send:INVITE cancel", "200", "user 200", "Accepted")]
    public void Over_UDP(string given, string when, string then, string state) =>
        FigureRow.Run(new Bench(), given, when, then, state);

    [Theory]
    [InlineData("send:INVITE", "+31999", "", "Calling")]
    [InlineData("send:INVITE", "+32000", "user INVITE Timeout", "Terminated")]
    [InlineData("send:INVITE 180", "486", "send ACK | user 486", "Terminated")]
    [InlineData("send:INVITE 180", "200", "user 200", "Accepted")]
    [InlineData("send:INVITE 200", "+32000", "", "Terminated")]
    public void Over_TCP(string given, string when, string then, string state) =>
        FigureRow.Run(new Bench(SipTransport.Tcp), given, when, then, state);

    [Fact]
    public void A_phone_that_alerts_after_its_CANCEL_overtook_the_INVITE_is_cancelled_again()
    {
        var bench = new Bench();
        bench.SendRequest(Sip.Messages.SipMethod.Invite);
        ((Sip.Transactions.InviteClientTransaction)bench.Client!).Cancel(bench.NowMs);
        bench.Pass(500);
        bench.PeerAnswers(481, method: Sip.Messages.SipMethod.Cancel);
        bench.Pass(1_000);
        bench.Log();

        bench.PeerAnswers(180);

        Assert.Equal("send CANCEL | user 180", bench.Log());
    }

    [Fact]
    public void Cancelled_INVITE_without_final_response_ends_64_T1_after_the_CANCEL()
    {
        var bench = new Bench();
        bench.SendRequest(Sip.Messages.SipMethod.Invite);
        bench.PeerAnswers(180);
        ((Sip.Transactions.InviteClientTransaction)bench.Client!).Cancel(bench.NowMs);
        bench.PeerAnswers(200, method: Sip.Messages.SipMethod.Cancel);
        bench.Pass(31_999);
        bench.Log();

        bench.Pass(1);

        Assert.Equal("user INVITE Timeout", bench.Log());
        Assert.Equal(0, bench.Layer.Count);
    }

    [Fact]
    public void CANCEL_repeats_the_INVITE_and_its_topmost_Via()
    {
        var bench = new Bench();
        bench.SendRequest(Sip.Messages.SipMethod.Invite);
        bench.PeerAnswers(180);

        ((Sip.Transactions.InviteClientTransaction)bench.Client!).Cancel(bench.NowMs, Sip.Messages.SipReason.CompletedElsewhere.ToString());

        var (invite, cancel) = (bench.Sent[0], bench.Sent[1]);
        Assert.Equal(invite.TopVia.Branch.ToArray(), cancel.TopVia.Branch.ToArray());
        Assert.Equal(invite.RequestUriText.ToArray(), cancel.RequestUriText.ToArray());
        Assert.Equal(invite.CSeq, cancel.CSeq);
        Assert.Equal("", cancel.ToTagText);
        Assert.Equal(200, cancel.Reason!.Cause);
        Assert.Equal("Call completed elsewhere", cancel.Reason.Text);
    }

    [Fact]
    public void ACK_for_a_rejection_carries_the_tag_of_the_response()
    {
        var bench = new Bench();
        bench.SendRequest(Sip.Messages.SipMethod.Invite);

        bench.PeerAnswers(486, "busy-tag");

        var ack = bench.Sent[^1];
        Assert.Equal("busy-tag", ack.ToTagText);
        Assert.Equal(bench.Sent[0].TopVia.Branch.ToArray(), ack.TopVia.Branch.ToArray());
    }

    [Fact]
    public void Repeated_2xx_gets_the_same_ACK_again_without_the_user()
    {
        var bench = new Bench();
        bench.SendRequest(Sip.Messages.SipMethod.Invite);
        bench.PeerAnswers(200);
        var invite = (Sip.Transactions.InviteClientTransaction)bench.Client!;
        var response = Sip.Tests.Messages.Wire.Parse("""
            SIP/2.0 200 OK
            Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK0000000000000001
            From: <sip:alice@192.0.2.1>;tag=000000000000000a
            To: <sip:bob@192.0.2.4>;tag=peer
            Call-ID: call-1
            CSeq: 1 INVITE
            Contact: <sip:bob@192.0.2.4:5070>


            """);
        var dialog = Sip.Dialogs.Dialog.CreateUac(response, Sip.Messages.SipUri.Parse("sip:bob@192.0.2.4"))!;
        dialog.BeginAck(bench.Writer, 1, new Sip.Dialogs.LocalVia(SipTransport.Udp, "192.0.2.1", new SipBranch(77))).End();
        invite.Acknowledge(response, bench.Writer, bench.Flow);
        bench.Log();

        bench.PeerAnswers(200);
        bench.PeerAnswers(200, "fork");

        Assert.Equal("send ACK | user 200", bench.Log());
        Assert.Equal(bench.Sent[^2].Bytes.ToArray(), bench.Sent[^1].Bytes.ToArray());
    }
}
