using CallCenter.Silo.Signaling.Calls;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Handlers;

/// <summary>BYE (RFC 3261 §15.1.2): answered at once; requests of that side still waiting for a response get 487.</summary>
internal sealed class ByeHandler(B2bua b2bua)
{
    public void Handle(SipLeg leg, ServerTransaction transaction, long now)
    {
        var said = SaidHeaders.OfRequest(transaction.Request);
        transaction.Respond(200, now);
        if (leg.IsEnded)
        {
            return;
        }

        leg.Passing?.Cancel(said, now);
        if (leg is CallerLeg { IsAnswered: false } caller)
        {
            b2bua.OnCallerCancelled(caller, said, now);
        }
        else
        {
            b2bua.OnHangUp(leg, said, now);
        }
    }
}
