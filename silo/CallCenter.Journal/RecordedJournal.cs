using CallCenter.Journal.Segments;

namespace CallCenter.Journal;

/// <summary>
/// A journal that is only read: nothing in its folder is changed, not even a torn tail. As long as this is open no server can start on it.
/// </summary>
public sealed class RecordedJournal : IDisposable
{
    private readonly FolderLock? _lock;

    private RecordedJournal(FolderLock? held, JournalIndex index, JournalScan scan)
    {
        (_lock, Tail, TotalEvents) = (held, scan.Tail, index.Total);
        Reader = new JournalReader(index, scan.Journal ?? Guid.Empty);
    }

    public JournalReader Reader { get; }

    /// <summary>What a crash left at the end and the next start of a server will cut off.</summary>
    public TornTail? Tail { get; }

    /// <summary>Events ever journaled, all projects together.</summary>
    public long TotalEvents { get; }

    /// <summary>
    /// Throws <see cref="FolderInUseException"/> when a server works in the folder, <see cref="JournalDamagedException"/> when the journal
    /// cannot be trusted, and <see cref="DirectoryNotFoundException"/> when there is none.
    /// </summary>
    public static RecordedJournal Open(string folder)
    {
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no journal: {folder} does not exist.");
        var held = FolderLock.Share(folder);
        try
        {
            var index = new JournalIndex();
            var scan = new JournalScan(folder, index, readOnly: true);
            scan.Run();
            return new RecordedJournal(held, index, scan);
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    public void Dispose() => _lock?.Dispose();
}
