using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Employees;

namespace CallCenter.Engine.Calls;

/// <summary>Which conversations are recorded.</summary>
internal static class RecordingRules
{
    /// <summary>Whether a conversation is to be recorded that begins now.</summary>
    public static bool Wants(TurnScope turn, Call call, EmployeeId? employee, DepartmentId? department)
    {
        var state = turn.State;
        if (!call.IsAnchored || (call.IsInternal && !state.Document.Recording.Internal)) return false;
        ReadOnlySpan<RecordingRule> rules =
        [
            state.Directory.NumberById(call.Arrived.DialledNumber)?.Record ?? RecordingRule.Inherit,
            department is { } id && state.Departments.TryGetValue(id, out var queue) ? queue.Configuration.Record : RecordingRule.Inherit,
            OfEmployee(state, employee),
            OfEmployee(state, call.Arrived.CallerEmployee),
        ];
        if (rules.Contains(RecordingRule.Never)) return false;
        int share = state.Document.Recording.SharePercent;
        return rules.Contains(RecordingRule.Always) || (share > 0 && turn.Draw() % 100 < (ulong)share);
    }

    /// <summary>Whether one of the call may come to be recorded: who will talk is not known yet.</summary>
    public static bool May(ProjectState state, CallDirection direction, NumberConfiguration? number, Employee? caller) =>
        state.Directory.RecordsSomething && (direction != CallDirection.Internal || state.Document.Recording.Internal)
        && number?.Record != RecordingRule.Never && caller?.Configuration.Record != RecordingRule.Never;

    private static RecordingRule OfEmployee(ProjectState state, EmployeeId? id) =>
        id is { } known && state.Employees.TryGetValue(known, out var employee) ? employee.Configuration.Record : RecordingRule.Inherit;
}
