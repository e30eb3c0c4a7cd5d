using System.Buffers.Binary;
using System.Globalization;
using CallCenter.Abstractions;
using CallCenter.Journal.Segments;

namespace CallCenter.Journal.Snapshots;

/// <summary>
/// State snapshots, one file each: 20 bytes (letters CCSV, CRC-32C, version of the form, sequence), then the state. Written beside and
/// renamed, so a file with the final name is complete; the two newest of a project are kept.
/// </summary>
public static class SnapshotFile
{
    /// <summary>
    /// The form that is written: of the header and of the state that the engine puts behind it. A state that a program of today would read
    /// as another one takes the next number.
    /// </summary>
    public const int Version = 2;

    private const uint Magic = 0x56534343; // "CCSV"
    private const int HeaderLength = 20;
    private const int Kept = 2;

    /// <summary>Returns when the snapshot is on the disk.</summary>
    public static void Write(string folder, ProjectId project, long sequence, ReadOnlySpan<byte> state)
    {
        Directory.CreateDirectory(folder);
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), Version);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(12), sequence);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), Checksum(header.AsSpan(8), state));
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

    /// <summary>The newest snapshot that can be used; null when there is none. Another is passed over and told.</summary>
    public static Snapshot? ReadNewest(string folder, ProjectId project, Action<UnusableSnapshot>? passedOver = null)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }
        foreach (var path in NewestFirst(folder, project))
        {
            if (Read(path, passedOver) is { } snapshot)
            {
                return snapshot;
            }
        }
        return null;
    }

    /// <summary>Every kept snapshot that can be used, oldest first. Another is passed over and told.</summary>
    public static IReadOnlyList<Snapshot> ReadAll(string folder, ProjectId project, Action<UnusableSnapshot> passedOver)
    {
        var snapshots = new List<Snapshot>(Kept);
        foreach (var path in Directory.Exists(folder) ? NewestFirst(folder, project) : [])
        {
            if (Read(path, passedOver) is { } snapshot) snapshots.Insert(0, snapshot);
        }
        return snapshots;
    }

    /// <summary>
    /// Up to where the journal may be trimmed: the older of the kept snapshots, so that one damaged snapshot can be made good; 0 while
    /// there are fewer than two.
    /// </summary>
    public static long CoveredSequence(string folder, ProjectId project) =>
        Directory.Exists(folder) && NewestFirst(folder, project) is [_, var older, ..] && Read(older, null) is { } snapshot
            ? snapshot.Sequence
            : 0;

    /// <summary>The projects that have a snapshot.</summary>
    public static IReadOnlyList<ProjectId> Projects(string folder) => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, "*.snapshot")
            .Select(path => Path.GetFileName(path))
            .Select(name => new ProjectId(Uri.UnescapeDataString(name[..name.LastIndexOf('@')])))
            .Distinct()]
        : [];

    private static Snapshot? Read(string path, Action<UnusableSnapshot>? passedOver)
    {
        var file = File.ReadAllBytes(path);
        if (FirstSnapshotForm.Read(file) is { } first)
        {
            return first;
        }
        if (file.Length < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(file) != Magic
            || BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(4)) != Checksum(file.AsSpan(8), file.AsSpan(HeaderLength)))
        {
            passedOver?.Invoke(new UnusableSnapshot(path, null));
            return null;
        }
        if (BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(8)) is var version && version != Version)
        {
            passedOver?.Invoke(new UnusableSnapshot(path, version));
            return null;
        }
        return new Snapshot(BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(12)), file[HeaderLength..]);
    }

    private static uint Checksum(ReadOnlySpan<byte> header, ReadOnlySpan<byte> state) => Crc32C.Of(Crc32C.Of(0, header[..12]), state);

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
