using CallCenter.Silo.Signaling.Calls;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Handlers;

/// <summary>re-INVITE (RFC 3261 §14.2): looked at here, answered by the path of the call's media.</summary>
internal sealed class ReinviteHandler(SipCore core)
{
    public void Handle(SipLeg leg, ServerTransaction transaction, SipMessage request, long now)
    {
        if ((RequestChecks.Body(request) ?? SessionTimer.Check(request, core.SessionTimers)) is { } refusal)
        {
            transaction.Respond(refusal.Write(core.Sender.Writer, request, transaction.LocalTag), now);
        }
        else
        {
            leg.Circuit.Path.Renegotiate(leg, transaction, now);
        }
    }
}
