using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Routing;
using CallCenter.Tests.Shared;

namespace CallCenter.History.Tests;

/// <summary>Writes random but consistent calls into a journal: employees take turns, their tiles follow each other without a gap.</summary>
internal sealed class SampleDay(int seed)
{
    public static readonly ProjectId Project = new("main");
    public static readonly string[] Departments = ["sales", "support"];
    public const long Begin = 1_760_000_000_000;
    private readonly Random _random = new(seed);
    private readonly Dictionary<EmployeeId, EmployeeState> _states = [];
    private long _at = Begin;
    private long _calls;

    /// <summary>Everything that ended, in order.</summary>
    public List<CallRecord> Records { get; } = [];

    public int Tiles { get; private set; }

    public int Decisions { get; private set; }

    public long Events { get; private set; }

    public static EmployeeId Employee(int number) => new($"employee-{number}");

    public SampleDay Write(MemoryJournal journal, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            WriteCall(journal);
        }
        return this;
    }

    private void WriteCall(MemoryJournal journal)
    {
        var call = new CallId(++_calls);
        var department = new DepartmentId(Departments[_random.Next(2)]);
        var employee = Employee(_random.Next(10));
        var isTaken = _random.Next(3) > 0;
        var arrived = Pass();
        Append(journal, Routed(call, department, employee), Move(employee, Activity.Ringing, call));
        Pass();
        Append(journal, Move(employee, isTaken ? Activity.Talking : Activity.Idle, isTaken ? call : null));
        Pass();
        var record = Record(call, department, employee, arrived, isTaken);
        Records.Add(record);
        Append(journal, isTaken ? Move(employee, Activity.Idle, null) : Missed(employee, call, department), new CallEnded(record));
    }

    private void Append(MemoryJournal journal, params ProjectEvent[] events)
    {
        Events += events.Length;
        journal.Append(Project, _at, events);
    }

    /// <summary>Calls arrive in the same millisecond now and then, so that ties are met.</summary>
    private long Pass() => _at += _random.Next(3) * _random.Next(1000);

    private EmployeeStateChanged Move(EmployeeId employee, Activity activity, CallId? call)
    {
        var from = _states.GetValueOrDefault(employee);
        var to = new EmployeeState(Availability.Ready, null, activity, call, null, _at, null);
        _states[employee] = to;
        Tiles += from is null ? 0 : 1;
        return new EmployeeStateChanged(employee, from, to, StateCause.Call, null);
    }

    private CallRouted Routed(CallId call, DepartmentId department, EmployeeId employee)
    {
        Decisions++;
        return new CallRouted(call, new Decision(
            DecisionKind.Employees, "longest-idle", null, department, [new Candidate(employee, 1)], [], 1,
            [new Exclusion(Employee(99), ExclusionReason.WrapUp, null, _at + 4000)], 1, 3));
    }

    private static RingMissed Missed(EmployeeId employee, CallId call, DepartmentId department) =>
        new(employee, call, department, RingMiss.NoAnswer, 15_000, null);

    private CallRecord Record(CallId call, DepartmentId department, EmployeeId employee, long arrived, bool isTaken)
    {
        var answered = isTaken ? arrived + ((_at - arrived) / 2) : (long?)null;
        var client = $"+38050{_random.Next(100):D7}";
        return new CallRecord(
            call, (CallDirection)_random.Next(3), isTaken ? CallOutcome.Answered : (CallOutcome)_random.Next(1, 8), EndedBy.Client, 200,
            client, _random.Next(2) == 0 ? null : "Олена", "+380441234567", "main-number", null, "kyivstar", department,
            isTaken ? department : null, isTaken ? employee : null, null, arrived, answered, _at,
            _random.Next(20) * 1000, isTaken ? _random.Next(20) * 1000 : 0, 0, 3,
            $"{call}@host",
            [
                new LegRecord(0, LegKind.Caller, null, null, client, arrived, null, answered, _at, 0, LegEnd.HungUp, null),
                new LegRecord(1, LegKind.Employee, employee, department, "desk", arrived, arrived, answered, _at, 7, LegEnd.NoAnswer, 480),
            ],
            [
                new QueueVisitRecord(
                    1, department, 0, arrived, _at, isTaken ? QueueExit.Answered : QueueExit.Abandoned, isTaken ? employee : null),
            ],
            answered is { } began
                ? [new ConversationRecord(1, 0, 1, employee, department, began, _at, began - arrived, 0, EndedBy.Client)] : []);
    }
}
