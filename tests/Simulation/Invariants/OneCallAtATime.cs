using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Simulation.Tests.Books;

namespace CallCenter.Simulation.Tests.Invariants;

/// <summary>
/// An employee is in at most one conversation, rings for at most one call, and is shown doing what his phones do. Whoever dialled is shown
/// as talking until his call is over; a call that he dials during another one does not change that.
/// </summary>
internal sealed class OneCallAtATime : IInvariant
{
    private readonly Dictionary<EmployeeId, Lines> _lines = [];

    /// <summary>What an employee's phones do.</summary>
    private sealed class Lines
    {
        public CallBook? Rings { get; set; }
        public CallBook? Talks { get; set; }
        public List<CallId> Dialled { get; } = [];
    }

    public void Check(Moment moment)
    {
        _lines.Clear();
        foreach (var call in moment.Book.Calls.Values)
        {
            if (call.DialledBy is { } dialler) Of(dialler).Dialled.Add(call.Id);
            foreach (var leg in call.Legs) Occupy(call, leg);
        }
        foreach (var employee in moment.Employees)
        {
            if (employee.State is { } state) Check(employee.Id, state, _lines.GetValueOrDefault(employee.Id));
        }
    }

    private void Occupy(CallBook call, LegBook leg)
    {
        if (leg.Started is not { Kind: LegKind.Employee, Employee: { } employee }) return;
        var lines = Of(employee);
        Breach.Unless(
            lines.Rings is null || lines.Rings == call, $"{employee} rings for {lines.Rings?.Id} and is rung or talks on {call.Id}");
        Breach.Unless(lines.Talks is null, $"{employee} talks on {lines.Talks?.Id} and is rung or talks on {call.Id}");
        if (leg.Answered) lines.Talks = call;
        else lines.Rings = call;
    }

    private static void Check(EmployeeId id, EmployeeState state, Lines? lines)
    {
        var (rings, talks) = (lines?.Rings, lines?.Talks);
        bool dialled = lines?.Dialled.Count > 0;
        bool right = state.Activity switch
        {
            Activity.Ringing => rings is not null && state.Call == rings.Id && talks is null,
            Activity.Talking => rings is null && (talks is null || state.Call == talks.Id || dialled)
                && (state.Call == talks?.Id || lines?.Dialled.Contains(state.Call!.Value) == true),
            Activity.WrapUp => rings is null && talks is null && !dialled,
            _ => rings is null && talks is null && !dialled && state is { Call: null, Department: null, Until: null },
        };
        Breach.Unless(
            right, $"{id} is {state}, his phones ring for {rings?.Id}, talk on {talks?.Id} and dialled {lines?.Dialled.Count ?? 0} calls");
    }

    private Lines Of(EmployeeId employee)
    {
        if (!_lines.TryGetValue(employee, out var lines)) _lines[employee] = lines = new Lines();
        return lines;
    }
}
