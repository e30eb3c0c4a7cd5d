using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Journal.Codecs;
using CallCenter.Journal.Segments;
using CallCenter.Journal.Snapshots;
using CallCenter.Tests.Shared;

namespace CallCenter.Journal.Tests.Golden;

/// <summary>The files of a version: a journal of several segments, a batch as PostgreSQL has it, a snapshot, and what is in them.</summary>
internal static class GoldenFiles
{
    public const string Turns = "turns.json";
    public const string Batch = "batch.bin";
    public const string Journal = "journal";
    public const string Snapshots = "snapshots";
    public const string Enums = "enums.json";

    public const long SnapshotSequence = 1_234_567_890_123;

    public static readonly ProjectId Main = new("main");
    public static readonly Guid JournalId = new("0c1f9a34-5b6d-4e87-92a0-b3c4d5e6f708");

    public static readonly ProjectId Other = new("другий");

    public static ReadOnlySpan<byte> SnapshotState => "{\"state\":{\"sequence\":7},\"document\":{}}"u8;

    /// <summary>
    /// Everything as it is written today. The published document is in the events only: each new setting makes it longer, and is no new
    /// form.
    /// </summary>
    public static SortedDictionary<string, byte[]> Today()
    {
        var samples = EventTypes.ByName.Keys.SelectMany(name => EventSample.Kinds.Select(kind => EventSample.Of(name, kind))).ToArray();
        var turns = GoldenTurn.Of(samples.Where(sample => sample.Event != nameof(ConfigurationPublished)));
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [EventSample.File] = GoldenJson.Write(samples),
            [Turns] = GoldenJson.Write(turns),
            [Batch] = WriteBatch(turns, samples),
            [Enums] = GoldenJson.Write(EventTypes.Enums()),
        };
        using var folder = new TemporaryFolder();
        WriteJournal(Path.Combine(folder.Path, Journal), turns, samples);
        SnapshotFile.Write(Path.Combine(folder.Path, Snapshots), Main, SnapshotSequence, SnapshotState);
        foreach (var path in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories))
        {
            files.Add(Path.GetRelativePath(folder.Path, path).Replace('\\', '/'), File.ReadAllBytes(path));
        }
        return files;
    }

    public static GoldenTurn[] ReadTurns(int version) =>
        GoldenJson.Read<GoldenTurn[]>(File.ReadAllBytes(Path.Combine(GoldenFolder.Of(version), Turns)));

    /// <summary>Small segments, so that the second one tells what was newest before it.</summary>
    public static void WriteJournal(string folder, IReadOnlyList<GoldenTurn> turns, IReadOnlyList<EventSample> samples)
    {
        Directory.CreateDirectory(folder);
        var index = new JournalIndex();
        using var segments = new SegmentWriter(new JournalOptions(folder) { SegmentBytes = 16 * 1024 }, index, JournalId);
        using var writer = new JournalWriter(segments, index.Heads());
        foreach (var turn in turns)
        {
            writer.Append(new ProjectId(turn.Project), turn.FirstSequence, turn.At, turn.Happened(samples));
            writer.Flush();
        }
    }

    public static byte[] WriteBatch(IReadOnlyList<GoldenTurn> turns, IReadOnlyList<EventSample> samples)
    {
        var to = new EventWriter(64 * 1024);
        foreach (var turn in turns.Where(turn => turn.Project == Main.Value))
        {
            EventBatch.Write(ref to, JournalTurn.Of(Main, turn.FirstSequence, turn.At, turn.Happened(samples)));
        }
        var bytes = to.Written.ToArray();
        to.Dispose();
        return bytes;
    }
}
