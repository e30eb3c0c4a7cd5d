using CallCenter.Abstractions;
using CallCenter.Journal;

namespace CallCenter.Benchmarks;

/// <summary>A project whose events go to a journal of its own in a temporary folder. For one thread.</summary>
internal sealed class JournaledProject : IDisposable
{
    private const int TurnsPerFlush = 128;

    private readonly QueueCallFlow _flow = new();
    private readonly ProjectId _id = new("benchmark");
    private readonly string? _folder;
    private readonly JournalFolder? _journal;
    private readonly JournalWriter? _writer;
    private int _turns;

    public JournaledProject(bool withJournal)
    {
        if (withJournal)
        {
            _folder = Directory.CreateTempSubdirectory("callcenter-journal-").FullName;
            _journal = JournalFolder.Open(new JournalOptions(_folder));
            _writer = _journal.NewWriter();
            _flow.OnTurn = Append;
        }
    }

    public JournalReader Reader => _journal!.Reader;

    public ProjectId Id => _id;

    /// <summary>The newest event that was written.</summary>
    public long Sequence { get; private set; }

    /// <summary>So many calls, one after the other; everything is written when it returns.</summary>
    public void Run(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            _flow.Run();
        }

        _writer?.Flush();
    }

    public void Trim() => _journal?.Trim(new Dictionary<ProjectId, long> { [_id] = Sequence });

    public void Dispose()
    {
        _journal?.Dispose();
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private void Append(IReadOnlyList<ProjectEvent> events, long at)
    {
        if (events.Count == 0)
        {
            return;
        }

        _writer!.Append(_id, Sequence + 1, at, events);
        Sequence += events.Count;
        if (++_turns % TurnsPerFlush == 0)
        {
            _writer.Flush();
        }
    }
}
