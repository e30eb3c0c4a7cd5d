using CallCenter.Abstractions;
using CallCenter.Journal;

namespace CallCenter.Tests.Shared;

/// <summary>A journal in memory, for tests of what reads a journal. Safe for any thread.</summary>
public sealed class MemoryJournal : IJournalReader
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ProjectId, List<JournalTurn>> _projects = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Guid Id { get; init; } = Guid.NewGuid();

    public IReadOnlyList<ProjectId> Projects
    {
        get
        {
            lock (_lock)
            {
                return [.. _projects.Keys];
            }
        }
    }

    /// <summary>Appends one turn and returns it.</summary>
    public JournalTurn Append(ProjectId project, long at, params ProjectEvent[] events)
    {
        lock (_lock)
        {
            if (!_projects.TryGetValue(project, out var turns))
            {
                _projects.Add(project, turns = []);
            }
            var turn = JournalTurn.Of(project, turns.Count == 0 ? 1 : turns[^1].LastSequence + 1, at, events);
            turns.Add(turn);
            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return turn;
        }
    }

    /// <summary>Forgets the turns up to a sequence, as a trimmed journal does.</summary>
    public void Trim(ProjectId project, long upTo)
    {
        lock (_lock)
        {
            _projects[project].RemoveAll(turn => turn.LastSequence <= upTo);
        }
    }

    public long LastSequence(ProjectId project)
    {
        lock (_lock)
        {
            return _projects.TryGetValue(project, out var turns) ? turns[^1].LastSequence : 0;
        }
    }

    public IReadOnlyList<JournalTurn> ReadAfter(ProjectId project, long afterSequence, int maxEvents)
    {
        lock (_lock)
        {
            var found = new List<JournalTurn>();
            var events = 0;
            foreach (var turn in _projects.GetValueOrDefault(project, []))
            {
                if (turn.LastSequence > afterSequence && events < maxEvents)
                {
                    found.Add(turn);
                    events += turn.Count;
                }
            }
            return found;
        }
    }

    public long TotalEvents
    {
        get
        {
            lock (_lock)
            {
                return _projects.Keys.Sum(LastSequence);
            }
        }
    }

    public async ValueTask WaitBeyond(long events, CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (TotalEvents > events)
                {
                    return;
                }
                changed = _changed.Task;
            }
            await changed.WaitAsync(cancellation);
        }
    }

    public void MakeDurable()
    {
    }
}
