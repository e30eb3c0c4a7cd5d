using CallCenter.Sip;
using CallCenter.Sip.Authentication;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Load.Transport;

/// <summary>
/// One end of a call, placed or taken: what its party orders becomes SIP, what the other side does becomes a word to the party. Orders
/// that the state does not allow any more are ignored, since people act late. All on the loop's thread.
/// </summary>
public sealed partial class CallLeg : IClientUser
{
    private readonly UserAgentHost _host;
    private readonly string _user;
    private readonly SipTransport _transport;
    private readonly DigestClient? _credentials;
    private readonly long _session;
    private InitialRequest? _request;
    private ClientTransaction? _inviteSent;
    private readonly ServerTransaction? _inviteReceived;
    private Dialog? _dialog;
    private int _descriptionVersion;
    private bool _hangUpAfterAck;
    private bool _endAfterAck;
    private ICallParty? _leaver;
    private Action<int>? _transferAnswered;

    /// <summary>A leg that places a call.</summary>
    internal CallLeg(UserAgentHost host, ICallParty party, OutgoingCall call, InitialRequest request, long session)
    {
        _host = host;
        _user = call.FromUser;
        _transport = call.Transport;
        _credentials = call.Credentials;
        _session = session;
        _request = request;
        Party = party;
        LocalTag = request.LocalTag;
        CallId = request.CallId;
        State = LegState.Calling;
    }

    /// <summary>A leg that takes a call; its party is set before anything else happens.</summary>
    internal CallLeg(UserAgentHost host, ServerTransaction invite, Dialog dialog, string user, long session)
    {
        _host = host;
        _user = user;
        _transport = invite.Request.Flow.Transport;
        _session = session;
        _inviteReceived = invite;
        _dialog = dialog;
        LocalTag = dialog.LocalTag;
        CallId = dialog.CallId;
        IsIncoming = true;
        State = LegState.Alerting;
        CallerUser = invite.Request.From.Uri?.User ?? "";
    }

    public LegState State { get; private set; }

    /// <summary>The other side placed the call.</summary>
    public bool IsIncoming { get; }

    /// <summary>The SIP Call-ID.</summary>
    public string CallId { get; }

    /// <summary>Who calls, as shown on an incoming call; empty on an outgoing one.</summary>
    public string CallerUser { get; } = "";

    /// <summary>The other side keeps us on hold.</summary>
    public bool IsHeldByPeer { get; private set; }

    /// <summary>The other side ended the conversation by itself, perhaps in the same moment as we did.</summary>
    public bool PeerLeft { get; private set; }

    /// <summary>Why a request of ours got no response; null while none failed so.</summary>
    public TransactionFailure? Failure { get; private set; }

    internal SipTag LocalTag { get; }

    internal ICallParty? Party { get; set; }

    /// <summary>Sends 180.</summary>
    public void Ring()
    {
        if (State == LegState.Alerting)
        {
            Respond(_inviteReceived!, 180, null);
        }
    }

    /// <summary>Takes the call: 200 with a session description. Connected when the ACK comes.</summary>
    public void Answer()
    {
        if (State == LegState.Alerting)
        {
            State = LegState.Answering;
            _dialog!.Confirm();
            Respond(_inviteReceived!, 200, Describe("sendrecv"));
        }
    }

    /// <summary>Refuses an incoming call with a final status; the leg is over.</summary>
    public void Refuse(int status)
    {
        if (State == LegState.Alerting)
        {
            _inviteReceived!.Respond(status, _host.Loop.NowMs);
            End();
        }
    }

    /// <summary>
    /// Ends the call in whatever state it is: CANCEL, 603 or BYE. The party hears nothing more, but for the final status: of a call that
    /// was given up before its answer by <see cref="ICallParty.Failed"/>, with 200 where the answer crossed the CANCEL; of the BYE by
    /// <see cref="ICallParty.Left"/>.
    /// </summary>
    public void HangUp()
    {
        if (State is LegState.Calling or LegState.Cancelling)
        {
            State = LegState.Cancelling;
            (_inviteSent as InviteClientTransaction)?.Cancel(_host.Loop.NowMs);
            return;
        }

        _leaver = Party;
        Party = null;
        switch (State)
        {
            case LegState.Alerting:
                Refuse(603);
                break;
            case LegState.Answering:
                // The callee must not send BYE before the ACK (RFC 3261 §15).
                _hangUpAfterAck = true;
                break;
            case LegState.Talking:
                SendBye();
                break;
        }
    }

    /// <summary>Puts the other side on hold, or takes it back, by re-INVITE; ignored while another one is under way.</summary>
    public void Hold(bool held)
    {
        if (State == LegState.Talking && _dialog is { LocalInvitePending: false, RemoteInvitePending: false })
        {
            _dialog.LocalInvitePending = true;
            _dialog.Begin(_host.Writer, SipMethod.Invite, _host.NewVia(_transport))
                .Header(SipHeader.Contact, _host.ContactOf(_user, _transport))
                .Sdp(Describe(held ? "sendonly" : "sendrecv"));
            _host.Send(PeerFlow(), this);
        }
    }

    /// <summary>Asks the other side to call this number instead (REFER, RFC 3515).</summary>
    /// <param name="answered">Told the final status of the request, not of the transfer; 408 when nobody replied.</param>
    public void Transfer(string number, Action<int> answered)
    {
        if (State == LegState.Talking && _transferAnswered is null)
        {
            _transferAnswered = answered;
            _dialog!.Begin(_host.Writer, SipMethod.Refer, _host.NewVia(_transport))
                .Header(SipHeader.Contact, _host.ContactOf(_user, _transport))
                .Header(SipHeader.ReferTo, $"<{_host.ServerUri(number).Text}>")
                .End();
            _host.Send(PeerFlow(), this);
        }
    }

    /// <summary>
    /// Forgets a conversation without a word, as a phone that lost its network or power; where the ACK of our answer is still to come,
    /// then. A call that only rings still has to be refused: its transaction waits for that.
    /// </summary>
    public void Drop()
    {
        Party = null;
        if (State == LegState.Talking)
        {
            End();
        }
        else
        {
            _endAfterAck = true;
        }
    }

    private byte[] Describe(string direction) =>
        SessionDescriptions.Write(_host.LocalHost, _session, ++_descriptionVersion, direction);

    private void SendBye()
    {
        State = LegState.Leaving;
        _dialog!.Begin(_host.Writer, SipMethod.Bye, _host.NewVia(_transport)).End();
        if (_host.Send(PeerFlow(), this) is null)
        {
            EndWithBye(503);
        }
    }

    private void Respond(ServerTransaction transaction, int status, byte[]? description)
    {
        var response = transaction.Begin(_host.Writer, status).Header(SipHeader.Contact, _host.ContactOf(_user, _transport));
        if (description is null)
        {
            response.End();
        }
        else
        {
            response.Sdp(description);
        }

        transaction.Respond(response, _host.Loop.NowMs);
    }

    /// <summary>
    /// Requests in the dialog go to the peer's Contact or first route where that is an address, else to the server; over TCP always along
    /// the one connection.
    /// </summary>
    private SipFlow PeerFlow()
    {
        if (_transport == SipTransport.Tcp || !SipEndPoint.TryParse(_dialog!.NextHop.Host, 5060, out var address))
        {
            return _host.ServerFlow(_transport);
        }

        return new SipFlow(_transport, address.WithPort(_dialog.NextHop.PortOrDefault));
    }

    private void EndWithBye(int status)
    {
        End();
        var leaver = _leaver;
        _leaver = null;
        leaver?.Left(this, status);
    }

    private void End()
    {
        State = LegState.Over;
        _host.Forget(this);
    }
}
