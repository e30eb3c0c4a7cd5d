using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Steps;

namespace CallCenter.Engine.Calls;

/// <summary>A call as its SIP side has to be rebuilt after a restart.</summary>
/// <param name="AnsweredWith">The leg whose session description the caller was answered with; 0 before.</param>
/// <param name="Bridges">The legs that talk with each other, by their numbers.</param>
/// <param name="RingingShown">The caller hears ringing.</param>
/// <param name="CallerMedia">The media of his leg where that goes through us.</param>
/// <param name="Recording">What is being recorded; null: nothing.</param>
/// <param name="IsPaused">Silence is recorded.</param>
/// <param name="HearsMusic">The caller waits with music.</param>
/// <param name="Speaks">What he is being told; null: nothing.</param>
/// <param name="Supervisors">Who listens, or whose phone rings for that, with the order to let them hear once they are answered.</param>
/// <param name="Message">The message that he leaves; null: none.</param>
public sealed record CircuitFacts(
    CallArrived Arrived, long ArrivedAt, long? AnsweredAt, int AnsweredWith, bool RingingShown, bool CallerHolds,
    IReadOnlyList<(int Leg, int OtherLeg)> Bridges, IReadOnlyList<CircuitLegFacts> Legs, LegMedia? CallerMedia = null,
    RecordConversation? Recording = null, bool IsPaused = false, bool HearsMusic = false,
    Speak? Speaks = null, RecordMessage? Message = null, IReadOnlyList<(CircuitLegFacts Leg, Supervise Order)>? Supervisors = null)
{
    internal static CircuitFacts Of(Call call) => new(
        call.Arrived, call.ArrivedAt, call.Caller.AnsweredAt, call.AnsweredWith, call.RingingShown, call.Caller.HeldSince is not null,
        call.Talk is { } talk ? [(talk.Leg, talk.OtherLeg)] : [], [.. call.Legs.Select(leg => CircuitLegFacts.Of(call, leg))],
        call.MediaOf(0), call.Talk is { IsRecorded: true } recorded ? recorded.ToRecording(call) : null, call.Talk?.IsPaused == true,
        call.HearsMusic, call.Step is { IsSpoken: false } step ? CallSteps.Said(call, step) : null,
        call.Step is { Kind: StepKind.Voicemail, IsSpoken: true } message ? Voicemail.Order(call, message) : null,
        SupervisorsOf(call));

    private static (CircuitLegFacts, Supervise)[] SupervisorsOf(Call call) => call is { Talk: not null, Supervisions: { } all }
        ? [.. all.Where(static one => one.Leg.IsLive).Select(one => (CircuitLegFacts.Of(call, one.Leg), Supervising.Order(call, one)))]
        : [];
}

/// <summary>One leg that was rung.</summary>
/// <param name="Order">The order that it was rung by.</param>
/// <param name="Facts">Null before it answered.</param>
/// <param name="Said">What explained its end, see <see cref="LegEnded"/>.</param>
/// <param name="Media">Its media where that goes through us.</param>
public sealed record CircuitLegFacts(
    RingLeg Order, bool Alerted, long? AnsweredAt, long? EndedAt, LegEnd End, int? SipStatus, string? Said, bool Holds, SipLegFacts? Facts,
    LegMedia? Media = null)
{
    internal static CircuitLegFacts Of(Call call, Leg leg)
    {
        var name = leg is { Kind: LegKind.Employee, Trunk: null } ? call.Arrived.ClientName : null;
        var order = new RingLeg(
            new LegId(call.Id, leg.Number), TargetOf(leg), leg.ShownNumber ?? call.Arrived.ClientNumber, name, leg.AssertedNumber)
        {
            HasNextTrunk = leg.NextTrunks is { Count: > 0 },
        };
        return new CircuitLegFacts(
            order, leg.RangAt is not null, leg.AnsweredAt, leg.EndedAt, leg.End, leg.SipStatus, leg.Said, leg.HeldSince is not null,
            leg.Facts, call.MediaOf(leg.Number));
    }

    /// <summary>What the event says for people says it all: numbers have a trunk, SIP URIs a scheme, the rest are accounts.</summary>
    private static RingTarget TargetOf(Leg leg)
    {
        if (leg.Trunk is not null) return new RingTarget(null, null, leg.Target, leg.Trunk);
        return leg.Target.StartsWith("sip", StringComparison.OrdinalIgnoreCase) && leg.Target.Contains(':')
            ? new RingTarget(null, leg.Target, null, null)
            : new RingTarget(leg.Target, null, null, null);
    }
}
