using CallCenter.Abstractions.Board;
using CallCenter.Web.Api;
using CallCenter.Web.Api.Board;
using CallCenter.Web.Api.Employees;

namespace CallCenter.Web.Hubs;

/// <summary>Finds what changed between two boards. Pure.</summary>
public static class BoardDiff
{
    public static BoardDelta Between(BoardSnapshot before, BoardSnapshot after)
    {
        var departments = Lines(before.Departments, after.Departments, line => line.Id, (one, other) => one == other);
        var employees = Lines(before.Employees, after.Employees, line => line.Id, SameEmployee);
        var calls = Lines(before.Calls, after.Calls, line => line.Id, SameCall);
        return new BoardDelta(
            before.Sequence, after.Sequence, after.TakenAt.ToTime(), after.OldestChangeAt.ToTime(), after.ConfigurationVersion,
            [.. departments.Changed.Select(DepartmentDto.From)],
            [.. employees.Changed.Select(EmployeeDto.From)],
            [.. calls.Changed.Select(LiveCallDto.From)],
            [.. departments.Removed.Select(id => id.Value)],
            [.. employees.Removed.Select(id => id.Value)],
            [.. calls.Removed.Select(id => id.Value)],
            before.Today == after.Today ? null : DayTotalsDto.From(after.Today));
    }

    private static (List<TLine> Changed, List<TKey> Removed) Lines<TLine, TKey>(
        IReadOnlyList<TLine> before, IReadOnlyList<TLine> after, Func<TLine, TKey> key, Func<TLine, TLine, bool> same)
        where TLine : class where TKey : notnull
    {
        var old = before.ToDictionary(key);
        var changed = new List<TLine>();
        foreach (var line in after)
        {
            if (!old.Remove(key(line), out var was) || !(ReferenceEquals(was, line) || same(was, line))) changed.Add(line);
        }
        return (changed, [.. old.Keys]);
    }

    // Records compare their lists by reference, so the lists are compared by themselves.
    private static bool SameEmployee(EmployeeLine one, EmployeeLine other) =>
        one.Departments.SequenceEqual(other.Departments) && one with { Departments = other.Departments } == other;

    private static bool SameCall(CallLineOnBoard one, CallLineOnBoard other) =>
        one.With.SequenceEqual(other.With) && one with { With = other.With } == other;
}
