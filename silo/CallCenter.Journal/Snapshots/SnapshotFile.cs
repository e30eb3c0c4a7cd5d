using System.Buffers.Binary;
using System.Globalization;
using CallCenter.Abstractions;
using CallCenter.Journal.Segments;

namespace CallCenter.Journal.Snapshots;

/// <summary>The state of a project as of a sequence number.</summary>
public sealed record Snapshot(long Sequence, byte[] State);

/// <summary>
/// State snapshots, one file each: 16 bytes (letters CCSN, CRC-32C, sequence), then the state. Written beside and renamed, so a file with
/// the final name is complete; the two newest of a project are kept.
/// </summary>
public static class SnapshotFile
{
    private const uint Magic = 0x4E534343; // "CCSN"
    private const int HeaderLength = 16;
    private const int Kept = 2;

    /// <summary>Returns when the snapshot is on the disk.</summary>
    public static void Write(string folder, ProjectId project, long sequence, ReadOnlySpan<byte> state)
    {
        Directory.CreateDirectory(folder);
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(8), sequence);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), Checksum(header, state));
        var path = Path.Combine(folder, $"{Prefix(project)}{sequence.ToString("D20", CultureInfo.InvariantCulture)}.snapshot");
        foreach (var unfinished in Directory.GetFiles(folder, Prefix(project) + "*.new"))
        {
            File.Delete(unfinished); // a kill or a full disk left it behind
        }
        using (var file = File.OpenHandle(path + ".new", FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(file, header, 0);
            RandomAccess.Write(file, state, HeaderLength);
            RandomAccess.FlushToDisk(file);
        }
        File.Move(path + ".new", path, overwrite: true);
        foreach (var old in NewestFirst(folder, project).Skip(Kept))
        {
            File.Delete(old);
        }
    }

    /// <summary>The newest snapshot that is intact; null when there is none. A damaged one is passed over and told.</summary>
    public static Snapshot? ReadNewest(string folder, ProjectId project, Action<string>? damaged = null)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }
        foreach (var path in NewestFirst(folder, project))
        {
            if (Read(File.ReadAllBytes(path)) is { } snapshot)
            {
                return snapshot;
            }
            damaged?.Invoke(path);
        }
        return null;
    }

    /// <summary>Every kept snapshot that is intact, oldest first. A damaged one is passed over and told.</summary>
    public static IReadOnlyList<Snapshot> ReadAll(string folder, ProjectId project, Action<string> damaged)
    {
        var snapshots = new List<Snapshot>(Kept);
        foreach (var path in Directory.Exists(folder) ? NewestFirst(folder, project) : [])
        {
            if (Read(File.ReadAllBytes(path)) is { } snapshot) snapshots.Insert(0, snapshot);
            else damaged(path);
        }
        return snapshots;
    }

    /// <summary>
    /// Up to where the journal may be trimmed: the older of the kept snapshots, so that one damaged snapshot can be made good; 0 while
    /// there are fewer than two.
    /// </summary>
    public static long CoveredSequence(string folder, ProjectId project) =>
        Directory.Exists(folder) && NewestFirst(folder, project) is [_, var older, ..] && Read(File.ReadAllBytes(older)) is { } snapshot
            ? snapshot.Sequence
            : 0;

    /// <summary>The projects that have a snapshot.</summary>
    public static IReadOnlyList<ProjectId> Projects(string folder) => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, "*.snapshot")
            .Select(path => Path.GetFileName(path))
            .Select(name => new ProjectId(Uri.UnescapeDataString(name[..name.LastIndexOf('@')])))
            .Distinct()]
        : [];

    private static Snapshot? Read(byte[] file)
    {
        if (file.Length < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(file) != Magic)
        {
            return null;
        }
        var state = file.AsSpan(HeaderLength);
        return BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(4)) == Checksum(file, state)
            ? new Snapshot(BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(8)), state.ToArray())
            : null;
    }

    private static uint Checksum(ReadOnlySpan<byte> header, ReadOnlySpan<byte> state) => Crc32C.Of(Crc32C.Of(0, header.Slice(8, 8)), state);

    /// <summary>Escaped, because a project's id is chosen by a person and may hold what a file name may not.</summary>
    private static string Prefix(ProjectId project) => Uri.EscapeDataString(project.Value) + "@";

    private static List<string> NewestFirst(string folder, ProjectId project)
    {
        var files = Directory.GetFiles(folder, Prefix(project) + "*.snapshot").ToList();
        files.Sort(StringComparer.Ordinal);
        files.Reverse();
        return files;
    }
}
