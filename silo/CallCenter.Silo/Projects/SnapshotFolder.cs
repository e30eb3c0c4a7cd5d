using CallCenter.Abstractions;
using CallCenter.Journal;

namespace CallCenter.Silo.Projects;

/// <summary>
/// Where the projects' snapshots lie, and what follows from them for the journal that they share: a segment goes when PostgreSQL has all of
/// it and the snapshots cover what is in it of every project that runs here. From any thread.
/// </summary>
internal sealed class SnapshotFolder(SiloOptions options, SiloParts parts)
{
    private readonly Lock _lock = new();
    private readonly List<SnapshotKeeper> _keepers = [];

    public string Path { get; } = DataFolders.SnapshotsOf(options.DataFolder);

    public JournalFolder Journal => parts.Journal;

    /// <summary>See <see cref="SiloOptions.SnapshotEvents"/>.</summary>
    public long LeastEvents => options.SnapshotEvents;

    /// <summary>See <see cref="SiloOptions.SnapshotAge"/>.</summary>
    public long LongestAgeMs => (long)options.SnapshotAge.TotalMilliseconds;

    public void Add(SnapshotKeeper keeper)
    {
        lock (_lock)
        {
            _keepers.Add(keeper);
        }
    }

    public void Remove(SnapshotKeeper keeper)
    {
        lock (_lock)
        {
            _keepers.Remove(keeper);
        }
    }

    /// <summary>Lets go of what nobody needs any more. A project that does not run here any more needs its history and no state.</summary>
    public async Task Trim()
    {
        var upTo = new Dictionary<ProjectId, long>(await parts.Durable().ConfigureAwait(false));
        SnapshotKeeper[] keepers;
        lock (_lock)
        {
            keepers = [.. _keepers];
        }

        foreach (var keeper in keepers)
        {
            upTo[keeper.Project] = Math.Min(keeper.Covered(), upTo.GetValueOrDefault(keeper.Project));
        }

        Journal.Trim(upTo);
    }
}
