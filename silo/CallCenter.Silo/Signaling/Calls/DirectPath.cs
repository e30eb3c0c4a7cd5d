using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>
/// The media goes directly between the user agents: each gets the other's description byte for byte, and a new offer is passed to the
/// other side end to end.
/// </summary>
internal sealed class DirectPath(SipCore core, B2bua b2bua) : ISessionPath
{
    public bool TryBegin(SipLeg leg, long now) => true;

    public bool DelaysAck(CallerLeg caller) => caller.IsOfferDelayed;

    public ReadOnlySpan<byte> OfferTo(CalledLeg leg) => leg.Circuit.Caller.Sdp;

    public ReadOnlySpan<byte> EarlyAnswerTo(CallerLeg caller, CalledLeg with, ReadOnlySpan<byte> described, long now) =>
        caller.IsOfferDelayed ? default : described;

    public ReadOnlySpan<byte> AnswerTo(CallerLeg caller, CalledLeg? with, long now) => with is null ? default : with.Sdp;

    public ReadOnlySpan<byte> AnswerTo(CalledLeg leg) => leg.Circuit.Caller is { IsOfferDelayed: true } caller ? caller.Sdp : default;

    public bool Accept(SipLeg leg, long now) => true;

    public ReadOnlySpan<byte> StandingTo(SipLeg leg) => leg.Peer is { } peer ? peer.Sdp : default;

    /// <summary>Before the call is taken there is no other side, and one at a time is enough: 491 (RFC 3261 §14.2).</summary>
    public void Renegotiate(SipLeg from, ServerTransaction request, long now)
    {
        if (from.Peer is not { IsEnded: false } other || IsBusy(other))
        {
            request.Respond(491, now);
        }
        else
        {
            new PassedRequest(core, b2bua, from, other, request).Start(now);
        }
    }

    public void Connect(SipLeg leg, SipLeg other)
    {
    }

    public void NoteHold(SipLeg leg, long now)
    {
    }

    public void End(SipLeg leg)
    {
    }

    /// <summary>The other side has an offer under way of its own, or its call is not acknowledged yet.</summary>
    private static bool IsBusy(SipLeg other) =>
        other.Dialog!.LocalInvitePending || other.Dialog.RemoteInvitePending || other is CalledLeg { OwesAck: true };
}
