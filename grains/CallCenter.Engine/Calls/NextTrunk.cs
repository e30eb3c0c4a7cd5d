using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Routing;

namespace CallCenter.Engine.Calls;

/// <summary>
/// A trunk does not carry a call: the same number is tried through the next trunk of its list that has room. It is a leg of its own, so the
/// record shows both, and nobody has missed anything yet.
/// </summary>
internal static class NextTrunk
{
    /// <summary>True where another leg rings instead of this one, which has ended.</summary>
    public static bool TryRing(TurnScope turn, Call call, Leg leg, int? status)
    {
        if (leg.NextTrunks is not { Count: > 0 } named || !IsOfTheTrunk(leg, status) || call.Talk is not null) return false;
        if (leg.Kind == LegKind.Employee && leg.RingUntil <= turn.Now) return false;
        var next = turn.State.Trunks.Choose(named);
        if (next.Trunk is null) return false;
        var identity = OutgoingIdentity.OfNextTrunk(call, leg, next);
        turn.Emit(new CallRouted(call.Id, OutgoingRules.Explain(
            turn, Rules.NextTrunk, $"{leg.Target} via trunk {next.Trunk.Id}, after {leg.Trunk}: {status}")));
        Ringing.RingInstead(turn, call, leg, identity);
        return true;
    }

    /// <summary>
    /// What the trunk says of itself: it cannot now, or it says nothing at all and cannot be reached, which the silo reports as 408 and
    /// 503. A number that rang for too long did not fail because of its trunk.
    /// </summary>
    private static bool IsOfTheTrunk(Leg leg, int? status) => status == 503 || (status == 408 && leg.RangAt is null);
}
