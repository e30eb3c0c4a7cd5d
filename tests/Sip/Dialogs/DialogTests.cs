using System.Text;
using System.Text.Json;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Tests.Messages;

namespace CallCenter.Sip.Tests.Dialogs;

/// <summary>RFC 3261 §12.</summary>
public sealed class DialogTests
{
    private static readonly SipTag Local = new(0xabc);
    private static readonly LocalVia Via = new(SipTransport.Udp, "192.0.2.1:5060", new SipBranch(9));

    private readonly SipMessageWriter _writer = new();

    [Fact]
    public void Dialogs_of_both_ends_fit_each_other()
    {
        var uas = Uas("");
        var uac = Uac("");

        Assert.Equal((uas.CallId, uas.LocalTag.ToString(), uas.RemoteTag), (uac.CallId, uac.RemoteTag, uac.LocalTag.ToString()));
        Assert.Equal((uas.LocalParty, uas.RemoteParty), (uac.RemoteParty, uac.LocalParty));
        Assert.Equal("sip:alice@192.0.2.9", uas.RemoteTarget.Text);
        Assert.Equal("sip:bob@192.0.2.4", uac.RemoteTarget.Text);
    }

    [Fact]
    public void Request_in_a_dialog_swaps_parties_and_counts_up()
    {
        var uas = Uas("");

        var first = Request(uas, SipMethod.Bye);
        var second = Request(uas, SipMethod.Bye);

        Assert.Equal("sip:alice@192.0.2.9", Encoding.ASCII.GetString(first.RequestUriText));
        Assert.Equal("0000000000000abc", first.FromTagText);
        Assert.Equal("0000000000000aaa", first.ToTagText);
        Assert.Equal("Bob", first.From.DisplayName);
        Assert.Equal((1u, 2u), (first.CSeq, second.CSeq));
    }

    [Fact]
    public void ACK_has_the_CSeq_of_its_INVITE_and_counts_nothing()
    {
        var uac = Uac("");

        uac.BeginAck(_writer, 1, Via).End();

        Assert.Equal((1u, SipMethod.Ack), (Wire.Parse(_writer.Written).CSeq, Wire.Parse(_writer.Written).Method));
        Assert.Equal(2u, Request(uac, SipMethod.Info).CSeq);
    }

    [Fact]
    public void UAS_takes_the_route_set_in_order_and_UAC_in_reverse()
    {
        const string Recorded = "Record-Route: <sip:p2.example.com;lr>, <sip:p1.example.com;lr>\nRecord-Route: <sip:p0.example.com;lr>\n";

        Assert.Equal(["<sip:p2.example.com;lr>", "<sip:p1.example.com;lr>", "<sip:p0.example.com;lr>"], Uas(Recorded).RouteSet);
        Assert.Equal(["<sip:p0.example.com;lr>", "<sip:p1.example.com;lr>", "<sip:p2.example.com;lr>"], Uac(Recorded).RouteSet);
    }

    [Fact]
    public void Loose_routing_keeps_the_remote_target_as_Request_URI()
    {
        var dialog = Uas("Record-Route: <sip:p1.example.com;lr>, <sip:p2.example.com;lr>\n");

        var request = Request(dialog, SipMethod.Bye);

        Assert.Equal("sip:alice@192.0.2.9", Encoding.ASCII.GetString(request.RequestUriText));
        Assert.Equal(["<sip:p1.example.com;lr>", "<sip:p2.example.com;lr>"], Routes(request));
        Assert.Equal("p1.example.com", dialog.NextHop.Host);
    }

    [Fact]
    public void Strict_routing_puts_the_first_route_into_the_Request_URI_and_the_target_last()
    {
        var dialog = Uas("Record-Route: <sip:p1.example.com;transport=tcp>, <sip:p2.example.com;lr>\n");

        var request = Request(dialog, SipMethod.Bye);

        Assert.Equal("sip:p1.example.com;transport=tcp", Encoding.ASCII.GetString(request.RequestUriText));
        Assert.Equal(["<sip:p2.example.com;lr>", "<sip:alice@192.0.2.9>"], Routes(request));
        Assert.Equal("p1.example.com", dialog.NextHop.Host);
    }

    [Fact]
    public void Early_dialog_is_confirmed_by_the_2xx_which_sets_the_route_anew()
    {
        var early = Dialog.CreateUac(Response(180, "Record-Route: <sip:old;lr>\n"), Target())!;
        Assert.False(early.IsConfirmed);

        early.OnResponse(Response(200, "Record-Route: <sip:new;lr>\n", contact: "sip:bob@192.0.2.44"));

        Assert.True(early.IsConfirmed);
        Assert.Equal(["<sip:new;lr>"], early.RouteSet);
        Assert.Equal("sip:bob@192.0.2.44", early.RemoteTarget.Text);
    }

    [Fact]
    public void Later_2xx_refreshes_the_target_but_not_the_route()
    {
        var dialog = Uac("Record-Route: <sip:p;lr>\n");

        dialog.OnResponse(Response(200, "Record-Route: <sip:other;lr>\n", contact: "sip:bob@192.0.2.55"));

        Assert.Equal(["<sip:p;lr>"], dialog.RouteSet);
        Assert.Equal("sip:bob@192.0.2.55", dialog.RemoteTarget.Text);
    }

    [Theory]
    [InlineData(100, "bob")]
    [InlineData(180, "")]
    [InlineData(302, "bob")]
    [InlineData(486, "bob")]
    public void Some_responses_create_no_dialog(int statusCode, string tag) =>
        Assert.Null(Dialog.CreateUac(Response(statusCode, "", tag: tag), Target()));

    [Fact]
    public void INVITE_without_usable_Contact_creates_no_dialog() =>
        Assert.Null(Dialog.CreateUas(Invite("", contact: "<tel:+380441234567>"), Local));

    [Fact]
    public void Requests_of_the_peer_must_come_in_order()
    {
        var dialog = Uas("");

        Assert.Null(dialog.Accept(InDialog(SipMethod.Info, 3)));
        Assert.Equal(500, dialog.Accept(InDialog(SipMethod.Info, 2))!.StatusCode);
        Assert.Null(dialog.Accept(InDialog(SipMethod.Ack, 1)));
        Assert.Null(dialog.Accept(InDialog(SipMethod.Bye, 4)));
        Assert.Equal(4u, dialog.RemoteCSeq);
    }

    [Fact]
    public void Re_INVITE_of_the_peer_refreshes_the_target_and_INFO_does_not()
    {
        var dialog = Uas("");

        dialog.Accept(InDialog(SipMethod.Info, 2, "sip:alice@elsewhere"));
        Assert.Equal("sip:alice@192.0.2.9", dialog.RemoteTarget.Text);
        dialog.Accept(InDialog(SipMethod.Invite, 3, "sip:alice@elsewhere"));
        Assert.Equal("sip:alice@elsewhere", dialog.RemoteTarget.Text);
        Assert.Equal("sip:alice@elsewhere", Encoding.ASCII.GetString(Request(dialog, SipMethod.Bye).RequestUriText));
    }

    [Fact]
    public void Crossing_INVITEs_get_491_and_overlapping_ones_500_with_Retry_After()
    {
        var dialog = Uas("");
        dialog.LocalInvitePending = true;
        Assert.Equal(491, dialog.Accept(InDialog(SipMethod.Invite, 2))!.StatusCode);
        Assert.Null(dialog.Accept(InDialog(SipMethod.Bye, 3)));

        dialog.LocalInvitePending = false;
        dialog.RemoteInvitePending = true;
        var refusal = dialog.Accept(InDialog(SipMethod.Invite, 4), retryAfterSeconds: 7)!;
        Assert.Equal((500, SipHeader.RetryAfter, "7"), (refusal.StatusCode, refusal.Header, refusal.HeaderValue));
    }

    [Fact]
    public void Messages_are_matched_by_Call_ID_and_both_tags()
    {
        Assert.True(Uas("").Matches(InDialog(SipMethod.Bye, 2)));
        Assert.False(Uas("").Matches(Invite("")));
        Assert.True(Uac("").Matches(Response(200, "")));
        Assert.False(Uac("").Matches(Response(200, "", tag: "fork")));
    }

    [Fact]
    public void Rebuilt_dialog_sends_the_same_request_as_the_one_that_lived_on()
    {
        var dialog = Uas("Record-Route: <sip:p1;lr>\n");
        dialog.Confirm();
        dialog.Accept(InDialog(SipMethod.Info, 5));

        var state = JsonSerializer.Deserialize<DialogState>(JsonSerializer.Serialize(dialog.ToState()))!;
        var rebuilt = Dialog.FromState(state)!;

        Assert.True(rebuilt.IsConfirmed);
        Assert.Equal(5u, rebuilt.RemoteCSeq);
        Assert.Equal(Request(dialog, SipMethod.Bye).ToString(), Request(rebuilt, SipMethod.Bye).ToString());
    }

    [Fact]
    public void Request_outside_a_dialog_can_be_repeated_with_the_next_CSeq()
    {
        var start = new InitialRequest
        {
            RequestUri = Target(),
            LocalParty = "\"Alice\" <sip:alice@a>",
            RemoteParty = "<sip:bob@b>",
            CallId = "c",
            LocalTag = new SipTag(1),
            Routes = ["<sip:edge;lr>"],
        };

        var first = Wire.Parse(start.Begin(_writer, SipMethod.Invite, Via).End().Written);
        var second = Wire.Parse((start with { CSeq = 2 }).Begin(_writer, SipMethod.Invite, Via).End().Written);

        Assert.Equal((1u, 2u), (first.CSeq, second.CSeq));
        Assert.Equal(first.FromTagText, second.FromTagText);
        Assert.Equal(["<sip:edge;lr>"], Routes(first));
        Assert.Equal("", first.ToTagText);
    }

    private static SipUri Target() => SipUri.Parse("sip:bob@biloxi.example.com");

    private static Dialog Uas(string recordRoute) => Dialog.CreateUas(Invite(recordRoute), Local)!;

    private static Dialog Uac(string recordRoute) => Dialog.CreateUac(Response(200, recordRoute), Target())!;

    private SipMessage Request(Dialog dialog, SipMethod method) => Wire.Parse(dialog.Begin(_writer, method, Via).End().Written);

    private static string[] Routes(SipMessage request) => [.. request.NameAddrs(SipHeader.Route).Select(route => route.ToString())];

    private static SipMessage Invite(string extra, string contact = "<sip:alice@192.0.2.9>") => Wire.Parse(
        "INVITE sip:bob@biloxi.example.com SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.9;branch=z9hG4bK1\n"
        + "From: \"Alice\" <sip:alice@a>;tag=0000000000000aaa\nTo: \"Bob\" <sip:bob@b>\nCall-ID: c\nCSeq: 1 INVITE\n"
        + $"Contact: {contact}\n{extra}\n");

    private static SipMessage InDialog(SipMethod method, int cseq, string contact = "sip:alice@192.0.2.9") => Wire.Parse(
        $"{method.Name()} sip:bob@192.0.2.4 SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.9;branch=z9hG4bK{cseq}\n"
        + "From: \"Alice\" <sip:alice@a>;tag=0000000000000aaa\nTo: \"Bob\" <sip:bob@b>;tag=0000000000000abc\nCall-ID: c\n"
        + $"CSeq: {cseq} {method.Name()}\nContact: <{contact}>\n\n");

    private static SipMessage Response(
        int statusCode, string extra, string tag = "0000000000000abc", string contact = "sip:bob@192.0.2.4")
    {
        var parameter = tag.Length == 0 ? "" : ";tag=" + tag;
        return Wire.Parse(
            $"SIP/2.0 {statusCode} X\nVia: SIP/2.0/UDP 192.0.2.9;branch=z9hG4bK1\nFrom: \"Alice\" <sip:alice@a>;tag=0000000000000aaa\n"
            + $"To: \"Bob\" <sip:bob@b>{parameter}\nCall-ID: c\nCSeq: 1 INVITE\nContact: <{contact}>\n{extra}\n");
    }
}
