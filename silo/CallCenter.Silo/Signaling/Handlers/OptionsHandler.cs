using CallCenter.Silo.Signaling.Access;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Handlers;

/// <summary>OPTIONS (RFC 3261 §11): trunks and registered phones learn that we live and what we can; strangers learn nothing.</summary>
internal sealed class OptionsHandler(SipCore core, CallerGate gate)
{
    public void Handle(ServerTransaction transaction, SipMessage request, long now)
    {
        if (core.IsKnown(request.Flow.Remote))
        {
            Accept(transaction, now);
        }
        else
        {
            gate.Refuse(transaction, request, now);
        }
    }

    public void Accept(ServerTransaction transaction, long now) =>
        transaction.Respond(
            transaction.Begin(core.Sender.Writer, 200).Capabilities().Header(SipHeader.Accept, SipCapabilities.Accept).End(), now);
}
