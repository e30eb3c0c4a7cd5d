namespace CallCenter.Abstractions.Board;

/// <summary>
/// What another process needs to go from one board to the next, while the configuration stays the same: then departments and employees keep
/// their places. Lines are compared by reference, because whoever writes boards hands out those that did not change as they are.
/// </summary>
/// <param name="From">The sequence of the board that it fits on.</param>
/// <param name="To">The sequence of the next one.</param>
/// <param name="DepartmentPlaces">Where <paramref name="Departments"/> stand.</param>
/// <param name="Departments">Lines that are new.</param>
/// <param name="EmployeePlaces">Where <paramref name="Employees"/> stand.</param>
/// <param name="Employees">Lines that are new.</param>
/// <param name="Calls">Lines that are new, in the order of their numbers.</param>
/// <param name="Gone">Calls that are on the board no more.</param>
[GenerateSerializer, Immutable]
public sealed record BoardStep(
    long From, long To, long TakenAt, long OldestChangeAt, DayTotals Today, int[] DepartmentPlaces, DepartmentLine[] Departments,
    int[] EmployeePlaces, EmployeeLine[] Employees, CallLineOnBoard[] Calls, CallId[] Gone)
{
    /// <summary>Null where only the whole board tells it: another configuration gives other places.</summary>
    public static BoardStep? Between(BoardSnapshot before, BoardSnapshot after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.ConfigurationVersion != after.ConfigurationVersion || before.Departments.Count != after.Departments.Count
            || before.Employees.Count != after.Employees.Count)
        {
            return null;
        }

        var departments = Changed(before.Departments, after.Departments);
        var employees = Changed(before.Employees, after.Employees);
        var known = ReferenceEquals(before.Calls, after.Calls) ? [] : before.Calls.ToDictionary(static line => line.Id);
        var calls = ReferenceEquals(before.Calls, after.Calls) ? []
            : after.Calls.Where(line => !(known.Remove(line.Id, out var was) && ReferenceEquals(was, line))).ToArray();
        return new BoardStep(
            before.Sequence, after.Sequence, after.TakenAt, after.OldestChangeAt, after.Today,
            departments, At(after.Departments, departments), employees, At(after.Employees, employees), calls, [.. known.Keys]);
    }

    /// <summary>The next board.</summary>
    /// <param name="before">The one at <see cref="From"/>.</param>
    public BoardSnapshot On(BoardSnapshot before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with
        {
            Sequence = To,
            TakenAt = TakenAt,
            OldestChangeAt = OldestChangeAt,
            Today = Today,
            Departments = Replaced(before.Departments, DepartmentPlaces, Departments),
            Employees = Replaced(before.Employees, EmployeePlaces, Employees),
            Calls = Calls.Length == 0 && Gone.Length == 0 ? before.Calls : NextCalls(before.Calls),
        };
    }

    private CallLineOnBoard[] NextCalls(IReadOnlyList<CallLineOnBoard> before)
    {
        var replaced = Calls.Select(static line => line.Id).Concat(Gone).ToHashSet();
        return [.. before.Where(line => !replaced.Contains(line.Id)).Concat(Calls).OrderBy(static line => line.Id.Value)];
    }

    private static int[] Changed<T>(IReadOnlyList<T> before, IReadOnlyList<T> after)
        where T : class => ReferenceEquals(before, after) ? []
        : [.. Enumerable.Range(0, after.Count).Where(place => !ReferenceEquals(before[place], after[place]))];

    private static T[] At<T>(IReadOnlyList<T> all, int[] places) => [.. places.Select(place => all[place])];

    private static IReadOnlyList<T> Replaced<T>(IReadOnlyList<T> before, int[] places, T[] lines)
    {
        if (places.Length == 0)
        {
            return before;
        }

        T[] next = [.. before];
        for (var i = 0; i < places.Length; i++)
        {
            next[places[i]] = lines[i];
        }

        return next;
    }
}
