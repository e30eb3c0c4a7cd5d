using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Engine.Statistics;
using CallCenter.Load.Companies;

namespace CallCenter.Engine.Tests.Statistics;

/// <summary>Writes the events of a day by hand and folds them. Times are clock times of one date in UTC unless said otherwise.</summary>
internal sealed class Script
{
    public static readonly DepartmentId Sales = new("sales");
    public static readonly EmployeeId Olena = new("olena");
    public static readonly EmployeeId Taras = new("taras");

    private static readonly SipLegFacts Facts = new("", "", "", "", "", 0, 0, [], "", "", null, null);
    private readonly Dictionary<EmployeeId, EmployeeState> _states = [];
    private readonly Dictionary<long, long> _enteredAt = [];
    private readonly Dictionary<long, (CallDirection Direction, long At)> _arrivals = [];

    public Script(string timeZone = "UTC", int withinSeconds = 20, int shortSeconds = 5)
    {
        var document = SmallCompany.Of([]).WithSales(
            sales => sales with { ServiceLevel = new ServiceLevelConfiguration(withinSeconds, 80, shortSeconds) });
        Apply(new ConfigurationPublished(1, "admin", document with { TimeZone = timeZone }), At("2025-03-12 00:00:00"));
    }

    public ProjectStatistics Fold { get; } = new();

    public List<(ProjectEvent Event, long At)> Events { get; } = [];

    public static long At(string utc) =>
        DateTimeOffset.Parse(utc.Length <= 12 ? $"2025-03-12 {utc}" : utc, null, System.Globalization.DateTimeStyles.AssumeUniversal)
            .ToUnixTimeMilliseconds();

    public void Apply(ProjectEvent happened, long at)
    {
        Events.Add((happened, at));
        Fold.Apply(happened, at);
    }

    public Script Arrive(long call, string at, CallDirection direction = CallDirection.Incoming, EmployeeId? caller = null)
    {
        _arrivals[call] = (direction, At(at));
        Apply(new CallArrived(new CallId(call), direction, default, "+380441234567", null, "100", caller, null, 0, Facts), At(at));
        return this;
    }

    public Script Queue(long call, string at, int visit = 1)
    {
        _enteredAt[call] = At(at);
        Apply(new CallQueued(new CallId(call), Sales, visit, 0, null), At(at));
        return this;
    }

    public Script Leave(long call, string at, QueueExit exit, int visit = 1)
    {
        Apply(new QueueLeft(new CallId(call), Sales, visit, exit, _enteredAt.GetValueOrDefault(call, At(at))), At(at));
        return this;
    }

    public Script Take(long call, string at, EmployeeId? employee)
    {
        Apply(new ConversationBegan(new CallId(call), 1, 0, 1, employee, Sales, 0), At(at));
        return this;
    }

    public Script Hold(long call, string at, bool held, int leg = 1)
    {
        Apply(new LegHeld(new LegId(new CallId(call), leg), held), At(at));
        return this;
    }

    public Script Miss(long call, string at, RingMiss miss)
    {
        Apply(new RingMissed(Olena, new CallId(call), Sales, miss, 15_000, null), At(at));
        return this;
    }

    /// <summary>Moves an employee to a new state; the tile that ends is the one he was in.</summary>
    public Script Become(
        EmployeeId employee, string at, Availability availability, Activity activity, long? call = null, bool forSales = true)
    {
        var to = new EmployeeState(
            availability, availability == Availability.NotReady ? "break" : null, activity, call is { } id ? new CallId(id) : null,
            call is not null && forSales ? Sales : null, At(at), null);
        Apply(new EmployeeStateChanged(employee, _states.GetValueOrDefault(employee), to, StateCause.Call, null), At(at));
        _states[employee] = to;
        return this;
    }

    public Script End(
        long call, string at, string? answeredAt = null, EmployeeId? employee = null, EmployeeId? responsible = null,
        long talkMs = 0, params IReadOnlyList<LegRecord> legs)
    {
        var (direction, arrivedAt) = _arrivals[call];
        Apply(new CallEnded(new CallRecord(
            new CallId(call), direction, answeredAt is null ? CallOutcome.Abandoned : CallOutcome.Answered, EndedBy.Client, null,
            "+380441234567", null, "100", null, null, null, Sales, null, employee, responsible, arrivedAt,
            answeredAt is null ? null : At(answeredAt), At(at), 0, talkMs, 0, 1, "", legs, [],
            answeredAt is null ? [] : [new ConversationRecord(
                1, 0, 1, employee, Sales, At(at) - talkMs, At(at), 0, 0, EndedBy.Client)])), At(at));
        return this;
    }

    public DepartmentDay SalesAt(string now) => Fold.DepartmentToday(Sales, At(now));

    public EmployeeFigures OlenaAt(string now) => Fold.EmployeeToday(Olena, At(now));
}
