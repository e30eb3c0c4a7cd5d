using System.Globalization;

namespace CallCenter.Journal.Snapshots;

/// <summary>The state of a project as of a sequence number.</summary>
public sealed record Snapshot(long Sequence, byte[] State);

/// <summary>A snapshot that was passed over.</summary>
/// <param name="Version">The form that it has and this program does not know; null where it is damaged.</param>
public readonly record struct UnusableSnapshot(string Path, int? Version)
{
    /// <summary>Why, as the end of a sentence that begins with the file.</summary>
    public string Reason => Version is { } version
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"has the form {version}, written by a newer program; this one reads forms up to {SnapshotFile.Version}")
        : "is damaged";
}
