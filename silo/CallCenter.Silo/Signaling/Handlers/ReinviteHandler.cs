using CallCenter.Silo.Signaling.Calls;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Handlers;

/// <summary>re-INVITE (RFC 3261 §14.2): passed to the other side end to end; before the call is taken there is none: 491.</summary>
internal sealed class ReinviteHandler(SipCore core, B2bua b2bua)
{
    public void Handle(SipLeg leg, ServerTransaction transaction, SipMessage request, long now)
    {
        if ((RequestChecks.Body(request) ?? SessionTimer.Check(request, core.SessionTimers)) is { } refusal)
        {
            transaction.Respond(refusal.Write(core.Sender.Writer, request, transaction.LocalTag), now);
        }
        else if (leg.Peer is not { IsEnded: false } other || IsBusy(other))
        {
            transaction.Respond(491, now);
        }
        else
        {
            new PassedRequest(core, b2bua, leg, other, transaction).Start(now);
        }
    }

    /// <summary>The other side has an offer under way of its own, or its call is not acknowledged yet.</summary>
    private static bool IsBusy(SipLeg other) =>
        other.Dialog!.LocalInvitePending || other.Dialog.RemoteInvitePending || other is CalledLeg { OwesAck: true };
}
