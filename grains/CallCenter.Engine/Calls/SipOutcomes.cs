using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Calls;

/// <summary>What the final SIP status of a leg means for the call.</summary>
internal static class SipOutcomes
{
    /// <summary>Somebody is there and does not want the call: busy or declined.</summary>
    public static bool IsRejection(int? status) => status is 486 or 600 or 603 or 607;

    /// <summary>
    /// The phone is there and says what it cannot take in the call itself: body, codecs, extensions, a hidden number (RFC 3261 §21.4.26,
    /// §21.6.4, RFC 5079). That is the caller's doing, not the person's; the same phone would say the same again.
    /// </summary>
    public static bool IsOfferRefusal(int? status) => status is 400 or 406 or 413 or 415 or 420 or 433 or 488 or 493 or 580 or 606;

    public static LegEnd EndOf(int? status) =>
        IsRejection(status) ? LegEnd.Rejected : IsOfferRefusal(status) ? LegEnd.OfferRefused : LegEnd.Unreachable;

    /// <summary>
    /// Of the legs of one ring, the one whose end the caller is told: that a person refused, then that it rang, then what a phone could
    /// not take; of equals the last.
    /// </summary>
    public static Leg Telling(Call call, Leg last)
    {
        var telling = last;
        foreach (var leg in call.Legs)
        {
            if (leg.StartedAt == last.StartedAt && leg.Visit == last.Visit && Rank(leg) < Rank(telling)) telling = leg;
        }
        return telling;
    }

    /// <summary>A 6xx speaks for the person, not for one phone (RFC 3261 §21.6): his other phones stop ringing.</summary>
    public static bool IsGlobal(int? status) => status is >= 600 and < 700;

    public static HangUpReason ReasonOf(Leg leg) => leg switch
    {
        { End: LegEnd.NoAnswer } => HangUpReason.NoAnswer,
        { End: LegEnd.Rejected } => HangUpReason.Busy,
        { End: LegEnd.OfferRefused } => HangUpReason.OfferRefused,
        // The carrier refused the call or who is shown on it: an employee's phone outside was never asked.
        { Kind: LegKind.Employee, Trunk: not null, SipStatus: 403 } => HangUpReason.DestinationForbidden,
        { Kind: LegKind.Employee } => HangUpReason.Unreachable,
        _ => leg.SipStatus switch
        {
            404 or 410 or 484 or 604 => HangUpReason.NoSuchNumber,
            403 => HangUpReason.DestinationForbidden,
            408 or 480 or 487 => HangUpReason.NoAnswer,
            _ => HangUpReason.NetworkFailure,
        },
    };

    public static CallOutcome OutcomeOf(HangUpReason reason) => reason switch
    {
        HangUpReason.NoSuchNumber or HangUpReason.DestinationForbidden or HangUpReason.Overloaded or HangUpReason.OutgoingLimit
            => CallOutcome.Refused,
        HangUpReason.Closed => CallOutcome.Closed,
        HangUpReason.Busy => CallOutcome.Busy,
        HangUpReason.NoAnswer or HangUpReason.RingTimeOver => CallOutcome.NoAnswer,
        HangUpReason.Interrupted => CallOutcome.Interrupted,
        HangUpReason.Unreachable => CallOutcome.Unreachable,
        HangUpReason.OfferRefused => CallOutcome.OfferRefused,
        _ => CallOutcome.Failed,
    };

    private static int Rank(Leg leg) => leg.End switch
    {
        LegEnd.Rejected => 0,
        LegEnd.NoAnswer => 1,
        LegEnd.OfferRefused => 2,
        _ => 3,
    };
}
