using CallCenter.Silo.Signaling.Calls;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Handlers;

/// <summary>INFO (RFC 6086), such as key presses: passed to the other side; while there is none it is taken and changes nothing.</summary>
internal sealed class InfoHandler(SipCore core, B2bua b2bua)
{
    public void Handle(SipLeg leg, ServerTransaction transaction, long now)
    {
        if (leg.Peer is { IsEnded: false } other)
        {
            new PassedRequest(core, b2bua, leg, other, transaction).Start(now);
        }
        else
        {
            transaction.Respond(200, now);
        }
    }
}
