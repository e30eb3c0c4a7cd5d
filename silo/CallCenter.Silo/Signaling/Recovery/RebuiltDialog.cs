using CallCenter.Abstractions.Calls;
using CallCenter.Sip.Dialogs;

namespace CallCenter.Silo.Signaling.Recovery;

/// <summary>The dialog of a leg from its facts.</summary>
internal static class RebuiltDialog
{
    /// <summary>
    /// How far our CSeq leaps: requests that we sent since (session refreshes, passed re-INVITEs) are in no journal, and the next has
    /// to have a higher number (RFC 3261 §12.2.1.1). With the age of the dialog in seconds it also leaps past what an earlier restart
    /// used.
    /// </summary>
    private const uint Leap = 100;

    /// <summary>Null for facts that cannot be ours.</summary>
    /// <param name="ageMs">Since when the dialog is there.</param>
    public static Dialog? Of(SipLegFacts facts, bool isUac, bool isConfirmed, long ageMs)
    {
        var used = (uint)Math.Clamp(ageMs / 1000, 0, int.MaxValue / 2);
        return Dialog.FromState(new DialogState(
            isUac, isConfirmed, IsSecure: false, facts.SipCallId, facts.LocalTag, facts.RemoteTag, facts.LocalCSeq + Leap + used,
            facts.RemoteCSeq == 0 ? null : facts.RemoteCSeq, facts.LocalUri, facts.RemoteUri, facts.RemoteTarget, [.. facts.RouteSet]));
    }
}
