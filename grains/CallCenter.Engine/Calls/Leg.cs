using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Calls;

/// <summary>One leg that we rang, from its first INVITE to its end.</summary>
internal sealed class Leg
{
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
    public EmployeeId? RedirectedBy { get; init; }
    /// <summary>The queue visit that it was rung in, and the round of it; both 0 outside a queue.</summary>
    public required int Visit { get; init; }
    public required int Round { get; init; }
    public required long StartedAt { get; init; }
    public required long RingUntil { get; init; }
    public long? RangAt { get; set; }
    public long? AnsweredAt { get; set; }
    /// <summary>What rebuilds its SIP side; null before it answers.</summary>
    public SipLegFacts? Facts { get; set; }
    public long? EndedAt { get; set; }
    public LegEnd End { get; set; }
    public int? SipStatus { get; set; }
    /// <summary>Header lines that explain its end, see <see cref="LegEnded"/>.</summary>
    public string? Said { get; set; }
    public long? HeldSince { get; set; }
    public long HoldMs { get; set; }

    public bool IsRinging => EndedAt is null && AnsweredAt is null;
    public bool IsLive => EndedAt is null;

    public LegRecord ToRecord(long now) => new(
        Number, Kind, Employee, Department, Target, StartedAt, RangAt, AnsweredAt, EndedAt ?? now, HoldMs, End, SipStatus);
}
