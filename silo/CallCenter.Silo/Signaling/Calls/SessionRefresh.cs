using CallCenter.Sip;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>
/// Our refresh of a session (RFC 4028 §7.4): an UPDATE without offer where the peer takes UPDATE, else a re-INVITE that repeats the
/// description it has from the other side.
/// </summary>
internal sealed class SessionRefresh : DialogRequest
{
    private readonly B2bua _b2bua;
    private readonly SipLeg _leg;
    private readonly SipCore _core;

    public SessionRefresh(B2bua b2bua, SipLeg leg, SipCore core)
        : base(leg.Dialog!, leg.Digest)
    {
        _b2bua = b2bua;
        _leg = leg;
        _core = core;
        Dialog.LocalInvitePending = Method == SipMethod.Invite;
    }

    protected override SipMethod Method => _leg.AllowsUpdate ? SipMethod.Update : SipMethod.Invite;

    public override void OnResponse(SipMessage response, long now)
    {
        if (response.StatusCode < 200)
        {
            return;
        }

        if (CanRepeat(response))
        {
            _core.Sender.Send(this, _leg.NextFlow(_core.Hosts, now), now);
            return;
        }

        Dialog.LocalInvitePending = false;
        Dialog.OnResponse(response);
        if (response.StatusCode < 300)
        {
            Acknowledge(response, now);
            TakeAnswer(response, now);
            _b2bua.OnRefreshed(_leg, SessionTimer.FromResponse(response), now);
        }
        else if (response.StatusCode is 408 or 481)
        {
            _b2bua.OnBroken(_leg, "Session refresh refused", now);
        }
        else if (response.StatusCode == 491)
        {
            _b2bua.RefreshLater(_leg, now);
        }
        else
        {
            // Whatever it refuses, the peer is alive.
            _b2bua.OnRefreshed(_leg, null, now);
        }
    }

    public override void OnFailed(int status, string reason, long now)
    {
        Dialog.LocalInvitePending = false;
        _b2bua.OnBroken(_leg, "Session refresh: " + reason, now);
    }

    protected override void Finish(SipMessageWriter writer, SipTransport transport)
    {
        writer.Header(SipHeader.Contact, _b2bua.Contact(transport)).Capabilities();
        SessionTimer.WriteOffer(writer, _core.SessionTimers, _leg.Timer);
        writer.Sdp(Method == SipMethod.Invite ? _leg.Circuit.Path.StandingTo(_leg) : []);
    }

    /// <summary>Our description was repeated: the peer's may be another one than before.</summary>
    private void TakeAnswer(SipMessage response, long now)
    {
        if (response.HasSdp && _leg is { Audio: not null, IsEnded: false })
        {
            _leg.Learn(response);
            _leg.Circuit.Path.Accept(_leg, now);
        }
    }

    private void Acknowledge(SipMessage response, long now)
    {
        if (Transaction is InviteClientTransaction invite)
        {
            var flow = _leg.NextFlow(_core.Hosts, now);
            var ack = Dialog.BeginAck(_core.Sender.Writer, response.CSeq, _core.Sender.NewVia(flow.Transport));
            invite.Acknowledge(response, ack.End(), flow);
        }
    }
}
