using CallCenter.Abstractions;

namespace CallCenter.Simulation.Tests.Invariants;

/// <summary>Conservation: calls arrived = ended + live; in each department entries = exits + waiting.</summary>
internal sealed class NothingGetsLost : IInvariant
{
    private readonly Dictionary<DepartmentId, int> _waiting = [];

    public void Check(Moment moment)
    {
        var (book, project) = (moment.Book, moment.Project);
        var (ended, live) = (book.Facts.Ended, book.Calls.Count);
        Breach.Unless(book.LastCall == ended + live, $"{book.LastCall} calls came, {ended} ended, {live} live");
        Breach.Unless(
            project.LiveCalls == live && project.EndedCalls == ended,
            $"the engine has {project.LiveCalls} live and {project.EndedCalls} ended calls, the book {live} and {ended}");
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
