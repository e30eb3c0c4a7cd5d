using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>
/// A re-INVITE or UPDATE that we answer ourselves, at once. Where the re-INVITE made no offer ours is in the 200, and the ACK has its
/// answer (RFC 3261 §14.2).
/// </summary>
internal sealed class OwnAnswer(SipCore core, B2bua b2bua, SipLeg leg, ServerTransaction transaction) : IAcknowledged
{
    private bool _offers;

    public void Respond(ReadOnlySpan<byte> sdp, long now)
    {
        var request = transaction.Request;
        _offers = !request.HasSdp;
        if (request.Method == SipMethod.Invite)
        {
            transaction.Context = this;
            leg.Dialog!.RemoteInvitePending = _offers;
        }

        var timer = SessionTimer.Answer(request, core.SessionTimers);
        var writer = transaction.Begin(core.Sender.Writer, 200)
            .Header(SipHeader.Contact, b2bua.Contact(leg.Flow.Transport))
            .Capabilities();
        transaction.Respond(timer.WriteAnswer(writer).Sdp(sdp), now);
        b2bua.OnRefreshed(leg, timer, now);
    }

    public void OnAck(SipMessage ack, long now)
    {
        leg.Dialog!.RemoteInvitePending = false;
        if (!_offers || leg.IsEnded)
        {
            return;
        }

        _offers = false;
        leg.Learn(ack);
        if (!ack.HasSdp || !leg.Circuit.Path.Accept(leg, now))
        {
            b2bua.OnBroken(leg, "No answer to our offer", now);
            return;
        }

        b2bua.NoteHold(leg, ack, now);
    }

    public void OnAckMissing(long now) => b2bua.OnBroken(leg, "No ACK", now);
}
