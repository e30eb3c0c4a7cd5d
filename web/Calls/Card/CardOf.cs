using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.History;
using CallCenter.Abstractions.Routing;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Calls.Card;

/// <summary>
/// What of a card somebody sees. Who listened to a conversation is for those who may watch others: whoever was listened to is not told,
/// neither by a leg nor by a decision that passed over a supervisor who was listening just then.
/// </summary>
public static class CardOf
{
    public static CallCard Seen(CallCard card, Viewer viewer)
    {
        if (viewer.May(Rights.Watch)) return card;
        var legs = card.Record.Legs.Where(static leg => leg.Kind != LegKind.Supervisor).ToList();
        return card with
        {
            Record = card.Record with { Legs = legs },
            Decisions = [.. card.Decisions.Select(timed => timed with { Decision = Seen(timed.Decision) })],
            Quality = [.. card.Quality.Where(one => legs.Exists(leg => leg.Number == one.Leg))],
        };
    }

    // He was busy, which is true as well.
    private static Decision Seen(Decision decision) => decision with
    {
        Excluded = [.. decision.Excluded.Select(static one =>
            one.Reason == ExclusionReason.Supervising ? one with { Reason = ExclusionReason.Talking } : one)],
    };
}
