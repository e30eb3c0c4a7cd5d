using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Snapshots;

namespace CallCenter.Engine.Calls;

/// <summary>One leg that we rang, from its first INVITE to its end.</summary>
internal sealed class Leg : LegLife
{
    private readonly string? _redirectedBy;
    private long _rangAt;

    public required int Number { get; init; }
    public required LegKind Kind { get; init; }
    public required EmployeeId? Employee { get; init; }
    public required DepartmentId? Department { get; init; }
    public required string Target { get; init; }
    public required string? Trunk { get; init; }
    /// <summary>The caller's number as this leg is shown it; null in snapshots of older versions.</summary>
    public required string? ShownNumber { get; init; }
    /// <summary>Our number behind it where another or none is shown.</summary>
    public required string? AssertedNumber { get; init; }
    /// <summary>The trunks to be tried where its own does not carry it; null: none.</summary>
    public IReadOnlyList<string>? NextTrunks { get; init; }
    /// <summary>The employee whose phone sent the call there.</summary>
    public EmployeeId? RedirectedBy
    {
        get => _redirectedBy is null ? null : new EmployeeId(_redirectedBy);
        init => _redirectedBy = value?.Value;
    }
    /// <summary>The queue visit that it was rung in, and the round of it; both 0 outside a queue.</summary>
    public required int Visit { get; init; }
    public required int Round { get; init; }
    public required long StartedAt { get; init; }
    public required long RingUntil { get; init; }
    public long? RangAt { get => Known(_rangAt); set => _rangAt = value ?? 0; }
    /// <summary>What rebuilds its SIP side; null before it answers.</summary>
    public SipLegFacts? Facts { get; set; }

    public bool IsRinging => IsLive && AnsweredAt is null;

    /// <summary>The same leg for something else.</summary>
    public Leg As(LegKind kind, DepartmentId? department) =>
        From(ToSnapshot(media: null) with { Kind = kind, Department = department });

    public LegRecord ToRecord(long now) => new(
        Number, Kind, Employee, Department, Target, StartedAt, RangAt, AnsweredAt, EndedAt ?? now, HoldMs, End, SipStatus);

    public LegSnapshot ToSnapshot(LegMedia? media) => new(
        Number, Kind, Employee, Department, Target, Trunk, Visit, Round, StartedAt, RingUntil, RangAt, AnsweredAt, EndedAt, End, SipStatus,
        HeldSince, HoldMs, ShownNumber, Facts, AssertedNumber, Said, NextTrunks, RedirectedBy, media);

    public static Leg From(LegSnapshot leg)
    {
        var restored = new Leg
        {
            Number = leg.Number,
            Kind = leg.Kind,
            Employee = leg.Employee,
            Department = leg.Department,
            Target = leg.Target,
            Trunk = leg.Trunk,
            ShownNumber = leg.ShownNumber,
            AssertedNumber = leg.AssertedNumber,
            NextTrunks = leg.NextTrunks,
            RedirectedBy = leg.RedirectedBy,
            Facts = leg.Facts,
            Visit = leg.Visit,
            Round = leg.Round,
            StartedAt = leg.StartedAt,
            RingUntil = leg.RingUntil,
            RangAt = leg.RangAt,
            AnsweredAt = leg.AnsweredAt,
            HeldSince = leg.HeldSince,
            HoldMs = leg.HoldMs,
        };
        restored.Over(leg.EndedAt, leg.End, leg.SipStatus, leg.Said);
        return restored;
    }
}
