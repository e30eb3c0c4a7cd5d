using CallCenter.Abstractions;
using CallCenter.Journal.Segments;

namespace CallCenter.Journal;

/// <summary>
/// The local journal: a folder of segment files, held by one process. Opening verifies everything that is in it.
/// Each thread that appends has a writer of its own (<see cref="NewWriter"/>); <see cref="Reader"/> is for anyone.
/// </summary>
public sealed class JournalFolder : IDisposable
{
    private readonly FolderLock _lock;
    private readonly JournalIndex _index;
    private readonly SegmentWriter _segments;

    private JournalFolder(FolderLock held, JournalIndex index, Guid id, TornTail? tail, JournalOptions options)
    {
        (_lock, _index, Tail) = (held, index, tail);
        _segments = new SegmentWriter(options, index, id);
        Reader = new JournalReader(index, id);
    }

    public JournalReader Reader { get; }

    /// <summary>What was cut off at the opening; null after a clean end.</summary>
    public TornTail? Tail { get; }

    /// <summary>A writer for projects that no other writer appends to.</summary>
    public JournalWriter NewWriter() => new(_segments, _index.Heads());

    /// <summary>
    /// Opens or creates the folder. Throws <see cref="FolderInUseException"/> when another process holds it and
    /// <see cref="JournalDamagedException"/> when it cannot be trusted.
    /// </summary>
    public static JournalFolder Open(JournalOptions options)
    {
        var held = FolderLock.Take(options.Folder);
        try
        {
            var index = new JournalIndex();
            var scan = new JournalScan(options.Folder, index);
            scan.Run();
            return new JournalFolder(held, index, scan.Journal ?? Guid.NewGuid(), scan.Tail, options);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Begins a journal anew where there is none: the one of this id, as if it had been written up to these events and let go of them.
    /// Throws <see cref="FolderInUseException"/>, and <see cref="InvalidOperationException"/> where there is one.
    /// </summary>
    public static JournalFolder Begin(JournalOptions options, Guid id, IReadOnlyDictionary<ProjectId, long> newest)
    {
        var held = FolderLock.Take(options.Folder);
        try
        {
            if (Exists(options.Folder)) throw new InvalidOperationException($"There is a journal in {options.Folder}.");
            var index = new JournalIndex();
            foreach (var (project, sequence) in newest)
            {
                index.SetHead(project, sequence);
            }
            return new JournalFolder(held, index, id, null, options);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Whether there is a journal in the folder, whatever its state.</summary>
    public static bool Exists(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*" + JournalSegment.Extension).Any();

    /// <summary>
    /// Deletes the oldest segments that nobody needs any more: give for every project the sequence up to which both a snapshot covers
    /// it and PostgreSQL has it. Returns how many files were deleted. Safe while others append and read.
    /// </summary>
    public int Trim(IReadOnlyDictionary<ProjectId, long> upTo)
    {
        Reader.MakeDurable(); // what the deleted segments told of the projects' heads has to be on the disk elsewhere first
        var trimmed = _index.Trim(upTo);
        foreach (var segment in trimmed)
        {
            File.Delete(segment.Path);
        }
        return trimmed.Count;
    }

    public void Dispose()
    {
        _segments.Dispose();
        _lock.Dispose();
    }
}
