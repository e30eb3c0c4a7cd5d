using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Load.Transport;

/// <content>What the other side sends, and what follows from it.</content>
public sealed partial class CallLeg
{
    // The first, one with credentials, and one more for a nonce that has just expired.
    private const int MaxAttempts = 3;

    void IClientUser.OnResponse(ClientTransaction transaction, SipMessage response)
    {
        if (transaction.Method == SipMethod.Bye)
        {
            if (response.StatusCode >= 200)
            {
                EndWithBye(response.StatusCode);
            }
        }
        else if (transaction.Method == SipMethod.Refer)
        {
            if (response.StatusCode >= 200)
            {
                TransferAnswered(response.StatusCode);
            }
        }
        else if (transaction == _inviteSent && _dialog is null)
        {
            OnInviteResponse(response);
        }
        else if (transaction.Method == SipMethod.Invite)
        {
            OnReinviteResponse(transaction, response);
        }
    }

    void IClientUser.OnFailed(ClientTransaction transaction, TransactionFailure failure)
    {
        Failure = failure;
        var status = failure == TransactionFailure.TransportError ? 503 : 408;
        if (transaction == _inviteSent && _dialog is null)
        {
            Fail(status);
        }
        else if (transaction.Method == SipMethod.Bye)
        {
            EndWithBye(status);
        }
        else if (transaction.Method == SipMethod.Refer)
        {
            TransferAnswered(status);
        }
        else if (_dialog is not null)
        {
            _dialog.LocalInvitePending = false;
        }
    }

    /// <summary>Sends the INVITE, with credentials when a challenge is known.</summary>
    internal void Invite()
    {
        var writer = _request!.Begin(_host.Writer, SipMethod.Invite, _host.NewVia(_transport));
        _credentials?.Authorize(writer, SipMethod.Invite, _request.RequestUri.Text);
        writer.Header(SipHeader.Contact, _host.ContactOf(_user, _transport)).Sdp(Describe("sendrecv"));
        _inviteSent = _host.Send(_host.ServerFlow(_transport), this);
        if (_inviteSent is null)
        {
            // Not from within the order to call: whoever gives it does not know the leg yet.
            _host.Loop.After(TimeSpan.Zero, () => Fail(503));
        }
    }

    internal void OnRequest(ServerTransaction transaction, SipMessage request)
    {
        if (_dialog?.Accept(request) is { } refusal)
        {
            transaction.Respond(refusal.StatusCode, _host.Loop.NowMs);
            return;
        }

        switch (request.Method)
        {
            case SipMethod.Bye:
                PeerLeft = true;
                transaction.Respond(200, _host.Loop.NowMs);
                RefusePendingInvite();
                EndByPeer();
                break;
            case SipMethod.Invite or SipMethod.Update when State == LegState.Talking || State == LegState.Leaving:
                AnswerOffer(transaction, request);
                break;
            case SipMethod.Invite or SipMethod.Update:
                transaction.Respond(491, _host.Loop.NowMs);
                break;
            default:
                transaction.Respond(200, _host.Loop.NowMs);
                break;
        }
    }

    internal void OnCancel(ServerTransaction invite)
    {
        invite.Respond(487, _host.Loop.NowMs);
        if (State == LegState.Alerting)
        {
            EndByPeer();
        }
    }

    internal void OnAck()
    {
        if (State != LegState.Answering)
        {
            return;
        }

        State = LegState.Talking;
        if (_endAfterAck)
        {
            End();
        }
        else if (_hangUpAfterAck)
        {
            SendBye();
        }
        else
        {
            Party?.Connected(this);
        }
    }

    /// <summary>No ACK came for our 200 (RFC 3261 §13.3.1.4), or a response could not be sent.</summary>
    internal void OnServerFailed()
    {
        if (State is LegState.Answering or LegState.Talking)
        {
            var party = Party;
            SendBye();
            party?.HungUp(this);
        }
    }

    private void OnInviteResponse(SipMessage response)
    {
        switch (response.StatusCode)
        {
            case <= 100:
                Party?.Trying(this);
                break;
            case < 200 when State == LegState.Cancelling:
                break;
            case < 200:
                Party?.Rang(this);
                break;
            case < 300:
                OnAnswered(response);
                break;
            case 401 or 407 when State == LegState.Calling && _request!.CSeq < MaxAttempts
                && _credentials is not null && _credentials.TryTakeChallenge(response, wasAuthorized: _request.CSeq > 1):
                _request = _request with { CSeq = _request.CSeq + 1 };
                Invite();
                break;
            default:
                Fail(response.StatusCode);
                break;
        }
    }

    private void OnAnswered(SipMessage response)
    {
        _dialog = Dialog.CreateUac(response, _request!.RequestUri);
        if (_dialog is null)
        {
            Fail(502);
            return;
        }

        var cancelled = State == LegState.Cancelling;
        State = LegState.Talking;
        Acknowledge((InviteClientTransaction)_inviteSent!, response);
        if (cancelled)
        {
            // The 200 crossed our CANCEL: the dialog exists and has to be ended (RFC 3261 §9.1).
            var party = Party;
            Party = null;
            _leaver = party;
            party?.Failed(this, response.StatusCode);
            SendBye();
        }
        else
        {
            Party?.Connected(this);
        }
    }

    private void OnReinviteResponse(ClientTransaction transaction, SipMessage response)
    {
        if (response.StatusCode < 200)
        {
            return;
        }

        _dialog!.LocalInvitePending = false;
        if (response.StatusCode < 300)
        {
            _dialog.OnResponse(response);
            Acknowledge((InviteClientTransaction)transaction, response);
        }
        else if (response.StatusCode is 408 or 481 && State == LegState.Talking)
        {
            // The dialog is gone on the other side (RFC 3261 §12.2.1.2).
            var party = Party;
            SendBye();
            party?.HungUp(this);
        }
    }

    private void TransferAnswered(int status)
    {
        var answered = _transferAnswered;
        _transferAnswered = null;
        answered?.Invoke(status);
    }

    private void Acknowledge(InviteClientTransaction invite, SipMessage response)
    {
        _dialog!.BeginAck(_host.Writer, response.CSeq, _host.NewVia(_transport)).End();
        invite.Acknowledge(response, _host.Writer, PeerFlow());
    }

    private void AnswerOffer(ServerTransaction transaction, SipMessage request)
    {
        var direction = SessionDescriptions.AnswerTo(request.Sdp);
        if (request.HasSdp)
        {
            IsHeldByPeer = direction is "recvonly" or "inactive";
        }

        // An UPDATE without an offer only refreshes the session: its answer carries no description.
        Respond(transaction, 200, request.HasSdp || request.Method == SipMethod.Invite ? Describe(direction) : null);
    }

    /// <summary>A BYE in the early dialog still leaves the INVITE to be answered (RFC 3261 §15.1.2).</summary>
    private void RefusePendingInvite()
    {
        if (State == LegState.Alerting)
        {
            _inviteReceived!.Respond(487, _host.Loop.NowMs);
        }
    }

    private void Fail(int status)
    {
        var party = Party;
        End();
        party?.Failed(this, status);
    }

    private void EndByPeer()
    {
        var party = Party;
        Party = null;
        End();
        party?.HungUp(this);
    }
}
