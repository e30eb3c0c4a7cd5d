using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Silo.Signaling.Calls;

/// <content>The end of the ring time: what the phones of a leg said until then.</content>
internal sealed partial class B2bua
{
    private const int NothingHeard = 408;

    /// <summary>
    /// The best failure of its branches stands for the leg (RFC 3261 §16.7, step 6), a phone that gave no sign counting as timed out:
    /// null where a phone rings on and nobody refused.
    /// </summary>
    public ReportFailed? RingOver(LegId id, long now)
    {
        if (_core.Legs.Find(id) is not CalledLeg { IsEnded: false, IsAnswered: false } leg)
        {
            return null;
        }

        var (best, isHeard) = (NothingHeard, false);
        foreach (var branch in leg.Branches)
        {
            isHeard |= !branch.IsEnded && branch.IsHeard;
            best = branch is { IsEnded: true, Status: > 0 } ? SipStatusTable.Better(best, branch.Status) : best;
        }

        if (isHeard && !SipStatusTable.IsRejection(best))
        {
            return null;
        }

        EndCalled(leg, HangUpReason.RingTimeOver, now);
        var said = leg.Branches.FirstOrDefault(branch => branch.Status == best)?.Said;
        return new ReportFailed(id, best, best == NothingHeard ? "Nothing was heard of it" : "Refused elsewhere", said);
    }
}
