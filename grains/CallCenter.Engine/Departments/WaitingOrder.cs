using CallCenter.Engine.Calls;

namespace CallCenter.Engine.Departments;

/// <summary>The order in which waiting calls are served, in one department and between departments: priority, then age of entry.</summary>
internal sealed class WaitingOrder : IComparer<Call>
{
    public static readonly WaitingOrder Instance = new();

    public int Compare(Call? x, Call? y)
    {
        if (ReferenceEquals(x, y)) return 0;
        QueueVisit first = x!.Visit!, second = y!.Visit!;
        if (first.Priority != second.Priority) return second.Priority.CompareTo(first.Priority);
        return first.EnteredAt != second.EnteredAt ? first.EnteredAt.CompareTo(second.EnteredAt) : x.Id.Value.CompareTo(y.Id.Value);
    }
}
