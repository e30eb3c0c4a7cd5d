using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Simulation.Tests.Books;

/// <summary>Everything of the day that a figure is made of, as plain lists: figures are counted from them anew each time.</summary>
internal sealed class Facts
{
    private readonly Dictionary<DepartmentId, (long WithinMs, long ShortMs)> _limits = [];

    public List<Arrival> Arrived { get; } = [];
    /// <summary>When the calls arrived that were taken, by direction.</summary>
    public List<Arrival> Taken { get; } = [];
    /// <summary>Incoming calls that ended without a conversation.</summary>
    public List<(long ArrivedAt, DepartmentId? First)> Missed { get; } = [];
    public List<VisitBook> Visits { get; } = [];
    public Dictionary<DepartmentId, int> Entered { get; } = [];
    public Dictionary<DepartmentId, Dictionary<QueueExit, int>> Exits { get; } = [];
    public Dictionary<EmployeeId, EmployeeFacts> Employees { get; } = [];
    public long Ended { get; private set; }

    public EmployeeFacts Of(EmployeeId employee) =>
        Employees.TryGetValue(employee, out var facts) ? facts : Employees[employee] = new EmployeeFacts();

    /// <summary>A department that is gone keeps the limits that it had.</summary>
    public void Limit(ProjectConfiguration document)
    {
        foreach (var department in document.Departments)
        {
            var level = department.ServiceLevel;
            _limits[new DepartmentId(department.Id)] = (level.WithinSeconds * 1000L, level.ShortAbandonSeconds * 1000L);
        }
    }

    public void Enter(VisitBook visit)
    {
        Visits.Add(visit);
        Entered[visit.Department] = Entered.GetValueOrDefault(visit.Department) + 1;
    }

    public void Leave(VisitBook visit)
    {
        (visit.WithinMs, visit.ShortMs) = _limits[visit.Department];
        if (!Exits.TryGetValue(visit.Department, out var exits)) Exits[visit.Department] = exits = [];
        exits[visit.Exit] = exits.GetValueOrDefault(visit.Exit) + 1;
    }

    /// <summary>The conversation that was added last begins: a call is taken once, and by each who talks on it once.</summary>
    public void Take(CallBook call)
    {
        if (call.Talks.Count == 1) Taken.Add(new Arrival(call.Direction, call.ArrivedAt));
        if (call is not { Direction: CallDirection.Incoming, Taker: { } taker }) return;
        if (call.Talks.Count(talk => talk.Began.Employee == taker) == 1) Of(taker).Took.Add(call.ArrivedAt);
    }

    public void End(CallBook call, CallRecord record)
    {
        Ended++;
        if (call.Direction == CallDirection.Incoming && call.TakenAt is null) Missed.Add((call.ArrivedAt, record.FirstDepartment));
    }
}

/// <summary>A call that came, or was taken, by when it arrived.</summary>
internal readonly record struct Arrival(CallDirection Direction, long At);

/// <summary>What counts for one employee.</summary>
internal sealed class EmployeeFacts
{
    public List<long> Made { get; } = [];
    public List<long> Took { get; } = [];
    public List<(RingMiss Miss, long ArrivedAt)> Misses { get; } = [];
}
