using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Calls;

/// <summary>One stay of a call in a department's queue. The place in it is kept however often a ring fails.</summary>
internal sealed class QueueVisit
{
    public required int Number { get; init; }
    public required DepartmentId Department { get; init; }
    public required int Priority { get; init; }
    public required long EnteredAt { get; init; }
    public required long? LeaveAt { get; init; }
    /// <summary>Counts up whenever everyone eligible has been rung once and it starts over.</summary>
    public int Round { get; set; } = 1;
    /// <summary>The tier rung last (in order); 0 before the first.</summary>
    public int Tier { get; set; }
    public long? LeftAt { get; set; }
    public QueueExit Exit { get; set; }
    public EmployeeId? Employee { get; set; }

    public QueueVisitRecord ToRecord(long now) => new(Number, Department, Priority, EnteredAt, LeftAt ?? now, Exit, Employee);
}
