using CallCenter.Silo.Signaling.Calls;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Handlers;

/// <summary>UPDATE (RFC 3311): with an offer it is treated like a re-INVITE, without one it refreshes the session of its own leg.</summary>
internal sealed class UpdateHandler(SipCore core, B2bua b2bua, ReinviteHandler reinvites)
{
    public void Handle(SipLeg leg, ServerTransaction transaction, SipMessage request, long now)
    {
        if (RequestChecks.Body(request) is { } unusable)
        {
            transaction.Respond(unusable.Write(core.Sender.Writer, request, transaction.LocalTag), now);
            return;
        }

        if (request.HasSdp)
        {
            reinvites.Handle(leg, transaction, request, now);
            return;
        }

        if (SessionTimer.Check(request, core.SessionTimers) is { } refusal)
        {
            transaction.Respond(refusal.Write(core.Sender.Writer, request, transaction.LocalTag), now);
            return;
        }

        var writer = transaction.Begin(core.Sender.Writer, 200)
            .Header(SipHeader.Contact, b2bua.Contact(leg.Flow.Transport))
            .Capabilities();
        if (leg.IsAnswered)
        {
            var timer = SessionTimer.Answer(request, core.SessionTimers);
            timer.WriteAnswer(writer);
            b2bua.StartTimer(leg, timer, now);
        }

        transaction.Respond(writer.End(), now);
    }
}
