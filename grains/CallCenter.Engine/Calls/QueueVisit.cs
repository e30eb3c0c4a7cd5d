using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Calls;

/// <summary>One stay of a call in a department's queue. The place in it is kept however often a ring fails.</summary>
internal sealed class QueueVisit
{
    // 0 where there is none, as in LegLife.
    private long _announceAt;
    private long _leaveAt;
    private long _leftAt;

    public required int Number { get; init; }
    public required DepartmentId Department { get; init; }
    public required int Priority { get; init; }
    public required long EnteredAt { get; init; }
    public required long? LeaveAt { get => _leaveAt == 0 ? null : _leaveAt; init => _leaveAt = value ?? 0; }
    /// <summary>Counts up whenever everyone eligible has been rung once and it starts over.</summary>
    public int Round { get; set; } = 1;
    /// <summary>The tier rung last (in order); 0 before the first.</summary>
    public int Tier { get; set; }
    /// <summary>When he is told his place again; null before the first time.</summary>
    public long? AnnounceAt { get => _announceAt == 0 ? null : _announceAt; set => _announceAt = value ?? 0; }
    public long? LeftAt { get => _leftAt == 0 ? null : _leftAt; set => _leftAt = value ?? 0; }
    public QueueExit Exit { get; set; }
    public EmployeeId? Employee { get; set; }

    public QueueVisitRecord ToRecord(long now) => new(Number, Department, Priority, EnteredAt, LeftAt ?? now, Exit, Employee);
}
