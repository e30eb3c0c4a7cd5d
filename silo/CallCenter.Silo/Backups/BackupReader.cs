using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace CallCenter.Silo.Backups;

/// <summary>Reads a backup from its beginning to its end: once to check it, once to unpack it.</summary>
internal static class BackupReader
{
    /// <summary>
    /// Reads everything and compares it with the manifest. Throws <see cref="BackupFailedException"/> when one byte differs, or something
    /// is missing, is too much, or would lie outside of the data folder.
    /// </summary>
    public static async Task<BackupManifest> Check(string file, BackupProgress progress, CancellationToken cancellation)
    {
        var found = new SortedDictionary<string, BackupEntry>(StringComparer.Ordinal);
        BackupManifest? manifest = null;
        await ForEach(file, progress, async entry =>
        {
            if (entry.Name == BackupNames.Manifest)
            {
                manifest = await JsonSerializer.DeserializeAsync(
                    entry.DataStream!, BackupManifestContext.Default.BackupManifest, cancellation).ConfigureAwait(false);
            }
            else
            {
                var hash = await SHA256.HashDataAsync(entry.DataStream ?? Stream.Null, cancellation).ConfigureAwait(false);
                found[entry.Name] = new BackupEntry(entry.Length, Convert.ToHexStringLower(hash));
            }
        }, cancellation).ConfigureAwait(false);
        Compare(file, manifest, found);
        return manifest!;
    }

    /// <summary>Writes the data folder and the dump of a checked backup into a new folder.</summary>
    public static Task Unpack(string file, string folder, BackupProgress progress, CancellationToken cancellation) =>
        ForEach(file, progress, async entry =>
        {
            if (entry.Name != BackupNames.Manifest)
            {
                var path = Path.Combine(folder, entry.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await entry.ExtractToFileAsync(path, overwrite: false, cancellation).ConfigureAwait(false);
            }
        }, cancellation);

    private static async Task ForEach(string file, BackupProgress progress, Func<TarEntry, Task> take, CancellationToken cancellation)
    {
        try
        {
            using var stream = File.OpenRead(file);
            using var gzip = new GZipStream(stream, CompressionMode.Decompress);
            using var tar = new TarReader(gzip);
            while (await tar.GetNextEntryAsync(copyData: false, cancellation).ConfigureAwait(false) is { } entry)
            {
                await take(entry).ConfigureAwait(false);
                progress.Done(stream.Position, stream.Length);
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException or JsonException or FormatException)
        {
            throw new BackupFailedException($"{file} is damaged or no backup: {failure.Message}", failure);
        }
    }

    private static void Compare(string file, BackupManifest? manifest, SortedDictionary<string, BackupEntry> found)
    {
        if (manifest is null)
        {
            throw new BackupFailedException($"{file} is damaged or no backup: its end is missing.");
        }

        if (manifest.Format != BackupManifest.ThisFormat)
        {
            throw new BackupFailedException(
                $"{file} has the format {manifest.Format}, this program reads {BackupManifest.ThisFormat}. Use the program that made it.");
        }

        if (found.Keys.FirstOrDefault(name => !IsInside(name)) is { } outside)
        {
            throw new BackupFailedException($"{file} holds {outside}, which does not belong into a backup.");
        }

        foreach (var name in manifest.Entries.Keys.Union(found.Keys))
        {
            if (manifest.Entries.GetValueOrDefault(name) != found.GetValueOrDefault(name))
            {
                throw new BackupFailedException($"{file} is damaged: {name} is not what it was when the backup was made.");
            }
        }
    }

    private static bool IsInside(string name) => name == BackupNames.Database
        || (name.StartsWith(BackupNames.Data, StringComparison.Ordinal) && !name.Split('/').Contains(".."));
}
