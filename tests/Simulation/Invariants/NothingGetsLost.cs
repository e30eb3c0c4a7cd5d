using CallCenter.Abstractions;

namespace CallCenter.Simulation.Tests.Invariants;

/// <summary>Conservation: calls arrived = ended + live; in each department entries = exits + waiting, in the book and on the board.</summary>
internal sealed class NothingGetsLost : IInvariant
{
    private readonly Dictionary<DepartmentId, int> _waiting = [];

    public void Check(Moment moment)
    {
        var (book, project) = (moment.Book, moment.Project);
        Breach.Unless(
            book.LastCall == book.Facts.Ended + book.Calls.Count, $"{book.LastCall} calls came, {book.Facts.Ended} ended, {book.Calls.Count} live");
        Breach.Unless(
            project.LiveCalls == book.Calls.Count && project.EndedCalls == book.Facts.Ended,
            $"the engine has {project.LiveCalls} live and {project.EndedCalls} ended calls, the book {book.Calls.Count} and {book.Facts.Ended}");
        _waiting.Clear();
        foreach (var call in book.Calls.Values)
        {
            if (call.Visit is { } visit) _waiting[visit.Department] = _waiting.GetValueOrDefault(visit.Department) + 1;
        }
        foreach (var (department, entered) in book.Facts.Entered)
        {
            int left = book.Facts.Exits.GetValueOrDefault(department)?.Values.Sum() ?? 0;
            int waiting = _waiting.GetValueOrDefault(department);
            Breach.Unless(entered == left + waiting, $"{entered} entered {department}, {left} left it, {waiting} wait");
        }
    }
}
