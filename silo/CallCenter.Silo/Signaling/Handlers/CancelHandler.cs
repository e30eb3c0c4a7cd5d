using CallCenter.Silo.Signaling.Calls;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Handlers;

/// <summary>CANCEL (RFC 3261 §9.2) of a call that waits or rings, or of a re-INVITE that is being passed.</summary>
internal sealed class CancelHandler(B2bua b2bua)
{
    public void Handle(ServerTransaction invite, SipMessage cancel, long now)
    {
        switch (invite.Context)
        {
            case CallerLeg caller:
                b2bua.OnCallerCancelled(caller, SaidHeaders.OfRequest(cancel), now);
                break;
            case PassedRequest passed:
                passed.Cancel(SaidHeaders.OfRequest(cancel), now);
                break;
            default:
                invite.Respond(487, now);
                break;
        }
    }
}
