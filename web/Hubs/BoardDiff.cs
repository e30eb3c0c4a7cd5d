using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;

namespace CallCenter.Web.Hubs;

/// <summary>
/// Finds what changed between two boards. Pure. Lines that did not change are the same objects in both, so most of it is a walk over
/// references.
/// </summary>
public static class BoardDiff
{
    public static BoardDelta Between(BoardSnapshot before, BoardSnapshot after)
    {
        var departments = Lines(before.Departments, after.Departments, line => line.Id, (one, other) => one == other);
        var employees = Lines(before.Employees, after.Employees, line => line.Id, SameEmployee);
        var calls = Calls(before.Calls, after.Calls);
        return new BoardDelta(
            before.Sequence, after.Sequence, after.TakenAt, after.OldestChangeAt, after.ConfigurationVersion,
            departments.Changed, employees.Changed, calls.Changed, departments.Removed, employees.Removed, calls.Removed,
            before.Today == after.Today ? null : after.Today);
    }

    // The document gives the order: until another one is published, lines are compared place by place.
    private static (List<TLine> Changed, List<TKey> Removed) Lines<TLine, TKey>(
        IReadOnlyList<TLine> before, IReadOnlyList<TLine> after, Func<TLine, TKey> key, Func<TLine, TLine, bool> same)
        where TLine : class where TKey : struct, IEquatable<TKey>
    {
        var changed = new List<TLine>();
        if (ReferenceEquals(before, after)) return (changed, []);
        var place = 0;
        for (; place < before.Count && place < after.Count; place++)
        {
            var (was, line) = (before[place], after[place]);
            if (ReferenceEquals(was, line)) continue;
            if (!key(was).Equals(key(line))) break;
            if (!same(was, line)) changed.Add(line);
        }

        if (place == before.Count && place == after.Count) return (changed, []);
        var old = before.Skip(place).ToDictionary(key);
        foreach (var line in after.Skip(place))
        {
            if (!old.Remove(key(line), out var was) || !same(was, line)) changed.Add(line);
        }
        return (changed, [.. old.Keys]);
    }

    // Calls come and go all the time, but lie in the order of their numbers in both boards.
    private static (List<CallLineOnBoard> Changed, List<CallId> Removed) Calls(
        IReadOnlyList<CallLineOnBoard> before, IReadOnlyList<CallLineOnBoard> after)
    {
        var changed = new List<CallLineOnBoard>();
        var removed = new List<CallId>();
        var place = 0;
        foreach (var line in after)
        {
            for (; place < before.Count && before[place].Id.Value < line.Id.Value; place++) removed.Add(before[place].Id);
            var was = place < before.Count && before[place].Id == line.Id ? before[place++] : null;
            if (was is null || !(ReferenceEquals(was, line) || SameCall(was, line))) changed.Add(line);
        }
        for (; place < before.Count; place++) removed.Add(before[place].Id);
        return (changed, removed);
    }

    // Records compare their lists by reference, so the lists are compared by themselves.
    private static bool SameEmployee(EmployeeLine one, EmployeeLine other) =>
        one.Departments.SequenceEqual(other.Departments) && one with { Departments = other.Departments } == other;

    private static bool SameCall(CallLineOnBoard one, CallLineOnBoard other) =>
        one.With.SequenceEqual(other.With) && one with { With = other.With } == other;
}
