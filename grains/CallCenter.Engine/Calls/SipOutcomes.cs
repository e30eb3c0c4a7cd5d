using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Calls;

/// <summary>What the final SIP status of a leg means for the call.</summary>
internal static class SipOutcomes
{
    /// <summary>Somebody is there and does not want the call: busy or declined.</summary>
    public static bool IsRejection(int? status) => status is 486 or 600 or 603 or 607;

    /// <summary>A 6xx speaks for the person, not for one phone (RFC 3261 §21.6): his other phones stop ringing.</summary>
    public static bool IsGlobal(int? status) => status is >= 600 and < 700;

    /// <summary>
    /// What the legs of one ring say together, once the last of them has ended: a refusal says most about a person, then silence;
    /// unreachable is left when none of the phones could even ring.
    /// </summary>
    public static LegEnd Best(Call call, Leg last)
    {
        var best = last.End;
        foreach (var leg in call.Legs)
        {
            if (leg.Employee != last.Employee || leg.StartedAt != last.StartedAt || leg.Visit != last.Visit) continue;
            if (leg.End == LegEnd.Rejected) return LegEnd.Rejected;
            if (leg.End == LegEnd.NoAnswer) best = LegEnd.NoAnswer;
        }
        return best;
    }

    public static HangUpReason ReasonOf(Call call, Leg last) => Best(call, last) switch
    {
        LegEnd.NoAnswer => HangUpReason.NoAnswer,
        LegEnd.Rejected => HangUpReason.Busy,
        // The carrier refused the call or who is shown on it: an employee's phone outside was never asked.
        _ when last is { Kind: LegKind.Employee, Trunk: not null, SipStatus: 403 } => HangUpReason.DestinationForbidden,
        _ when last.Kind == LegKind.Employee => HangUpReason.Unreachable,
        _ => last.SipStatus switch
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
        _ => CallOutcome.Failed,
    };
}
