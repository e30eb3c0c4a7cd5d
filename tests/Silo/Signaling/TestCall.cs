using System.Text;
using CallCenter.Sip;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Sdp;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>One call from the view of a <see cref="TestPhone"/>, calling or called.</summary>
internal sealed class TestCall
{
    private readonly TestPhone _phone;
    private SipMessage? _answered;
    private string _inviteBranch = "";
    private byte[] _inviteBytes = [];

    private TestCall(TestPhone phone) => _phone = phone;

    /// <summary>The INVITE received, on a called phone.</summary>
    public SipMessage? Invite { get; private set; }

    public InitialRequest Start { get; private set; } = null!;

    public Dialog Dialog { get; private set; } = null!;

    public SipTag Tag { get; private set; }

    public static byte[] Sdp(TestPhone phone, SdpDirection direction = SdpDirection.SendRecv, ulong version = 1) =>
        SdpWriter.Audio("127.0.0.1", phone.EndPoint.Port + 1, 1, version, direction);

    /// <summary>Sends an INVITE to a number or extension of the silo.</summary>
    public static TestCall Make(
        TestPhone phone, string dialled, bool withSdp = true, string? headers = null, byte[]? sdp = null,
        (string Type, string Body)? body = null)
    {
        var call = new TestCall(phone)
        {
            Start = new InitialRequest
            {
                RequestUri = SipUri.Parse($"sip:{dialled}@127.0.0.1"),
                LocalParty = $"<sip:{phone.User}@127.0.0.1>",
                RemoteParty = $"<sip:{dialled}@127.0.0.1>",
                CallId = phone.NewCallId(),
                LocalTag = phone.NewTag(),
            },
        };
        call.SendInvite(withSdp, headers, sdp, body);
        return call;
    }

    /// <summary>Takes the INVITE that has to come now.</summary>
    public static async Task<TestCall> Ring(TestPhone phone, bool alert = true)
    {
        var invite = await phone.Expect(SipMethod.Invite);
        var call = new TestCall(phone) { Invite = invite, Tag = phone.NewTag(), Dialog = null! };
        if (alert)
        {
            phone.Respond(invite, 180, call.Tag);
        }

        return call;
    }

    /// <summary>A client calls the department, an employee's phone rings and the client hears it.</summary>
    public static async Task<(TestCall Call, TestCall Ring)> Rung(TestPhone client, TestPhone employee)
    {
        var call = Make(client, SampleConfiguration.Number);
        var ring = await Ring(employee);
        await client.Expect(180);
        return (call, ring);
    }

    /// <summary>A client and an employee talk.</summary>
    public static async Task<(TestCall Call, TestCall Ring)> Talk(TestPhone client, TestPhone employee)
    {
        var (call, ring) = await Rung(client, employee);
        await ring.Take();
        await call.Answered();
        return (call, ring);
    }

    public void SendInvite(
        bool withSdp = true, string? headers = null, byte[]? sdp = null, (string Type, string Body)? body = null)
    {
        var via = _phone.NewVia();
        _inviteBranch = via.Branch.ToString();
        Start.Begin(_phone.Writer, SipMethod.Invite, via).Header(SipHeader.Contact, _phone.Contact).Capabilities();
        AddHeaders(headers);
        _phone.Send(End(sdp ?? (withSdp ? Sdp(_phone) : null), body));
        _inviteBytes = _phone.Writer.Written.ToArray();
    }

    /// <summary>The same bytes once more, as when no answer came.</summary>
    public void RepeatInvite() => _phone.SendRaw(_inviteBytes);

    /// <summary>The same INVITE with the next CSeq and these headers, after a challenge.</summary>
    public void Repeat(string headers)
    {
        Start = Start with { CSeq = Start.CSeq + 1 };
        SendInvite(headers: headers);
    }

    /// <summary>Acknowledges a refusal (RFC 3261 §17.1.1.3).</summary>
    public void AckRefusal(SipMessage response) => SendAlongInvite("ACK", response.Text(SipHeader.To)!);

    /// <summary>Sends a CANCEL, without waiting.</summary>
    public void Cancel(string headers = "") => SendAlongInvite("CANCEL", Start.RemoteParty, headers);

    /// <summary>Cancels the call, which is refused with 487.</summary>
    public async Task GiveUp()
    {
        Cancel();
        await _phone.Expect(200);
        AckRefusal(await _phone.Expect(487));
    }

    /// <summary>The caller's INVITE is answered: takes the 200 and acknowledges it.</summary>
    public async Task<SipMessage> Answered(bool acknowledge = true, byte[]? answer = null)
    {
        var response = await _phone.Expect(200);
        Dialog = Dialog.CreateUac(response, Start.RequestUri)!;
        _answered = response;
        if (acknowledge)
        {
            Acknowledge(answer);
        }

        return response;
    }

    public void Acknowledge(byte[]? answer = null, (string Type, string Body)? body = null)
    {
        Dialog.BeginAck(_phone.Writer, _answered!.CSeq, _phone.NewVia());
        _phone.Send(End(answer, body));
    }

    /// <summary>The called phone answers with 200; the ACK has to come.</summary>
    public async Task<SipMessage> Take(
        bool expectAck = true, bool withSdp = true, string? headers = null, (string Type, string Body)? body = null)
    {
        Dialog = Dialog.CreateUas(Invite!, Tag)!;
        _phone.Respond(Invite!, 200, Tag, withSdp ? Sdp(_phone) : null, headers, body);
        Dialog.Confirm();
        return expectAck ? await _phone.Expect(SipMethod.Ack) : Invite!;
    }

    /// <summary>The called phone refuses; the ACK has to come.</summary>
    public async Task Refuse(int status, string? headers = null)
    {
        _phone.Respond(Invite!, status, Tag, headers: headers);
        await _phone.Expect(SipMethod.Ack);
    }

    /// <summary>A CANCEL has to come; it is answered, and the INVITE with 487.</summary>
    public async Task<SipMessage> Cancelled()
    {
        var cancel = await _phone.Expect(SipMethod.Cancel);
        _phone.Respond(cancel, 200, Tag);
        _phone.Respond(Invite!, 487, Tag);
        await _phone.Expect(SipMethod.Ack);
        return cancel;
    }

    /// <summary>Sends a request in the dialog, without waiting.</summary>
    public void Request(SipMethod method, byte[]? sdp = null, string? headers = null, (string Type, string Body)? body = null)
    {
        Dialog.Begin(_phone.Writer, method, _phone.NewVia()).Header(SipHeader.Contact, _phone.Contact);
        AddHeaders(headers);
        _phone.Send(End(sdp, body));
    }

    /// <summary>Everything sent so far is handled: a question sent after it is answered.</summary>
    public async Task Settled()
    {
        Request(SipMethod.Options);
        await _phone.Expect(200);
    }

    /// <summary>Acknowledges the 2xx of a re-INVITE of ours.</summary>
    public void AckRequest(SipMessage response, byte[]? sdp = null) =>
        _phone.Send(Dialog.BeginAck(_phone.Writer, response.CSeq, _phone.NewVia()).Sdp(sdp ?? []));

    /// <summary>Hangs up and waits for the 200.</summary>
    public async Task HangUp()
    {
        Request(SipMethod.Bye);
        await _phone.Expect(200);
    }

    /// <summary>A BYE has to come; it is answered.</summary>
    public async Task<SipMessage> HungUp()
    {
        var bye = await _phone.Expect(SipMethod.Bye);
        _phone.Respond(bye, 200);
        return bye;
    }

    private SipMessageWriter End(byte[]? sdp, (string Type, string Body)? body) => body is { } other
        ? _phone.Writer.Body(Encoding.ASCII.GetBytes(other.Type), Encoding.ASCII.GetBytes(other.Body))
        : _phone.Writer.Sdp(sdp ?? []);

    private void AddHeaders(string? headers)
    {
        foreach (var line in (headers ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            _phone.Writer.Header(line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..].Trim());
        }
    }

    // ACK of a refusal and CANCEL take their branch and their CSeq from the INVITE (RFC 3261 §9.1, §17.1.1.3).
    private void SendAlongInvite(string method, string to, string headers = "") => _phone.SendRaw(Encoding.UTF8.GetBytes(
        $"{method} {Start.RequestUri.Text} SIP/2.0\r\nVia: SIP/2.0/UDP {_phone.SentBy};branch={_inviteBranch};rport\r\n"
        + $"Max-Forwards: 70\r\nFrom: {Start.LocalParty};tag={Start.LocalTag}\r\nTo: {to}\r\n"
        + $"Call-ID: {Start.CallId}\r\nCSeq: {Start.CSeq} {method}\r\n{headers}Content-Length: 0\r\n\r\n"));
}
