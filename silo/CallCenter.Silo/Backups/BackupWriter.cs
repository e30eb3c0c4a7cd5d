using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace CallCenter.Silo.Backups;

/// <summary>
/// Writes the entries of a backup one after the other into <c>FILE.new</c>, which becomes FILE when it is complete and on the disk. Only
/// the owner may read it: there are secrets inside.
/// </summary>
internal sealed class BackupWriter : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string _file;
    private readonly string _unfinished;
    private readonly SortedDictionary<string, BackupEntry> _entries = new(StringComparer.Ordinal);
    private readonly FileStream _stream;
    private readonly GZipStream _gzip;
    private readonly TarWriter _tar;
    private bool _finished;

    public BackupWriter(string file)
    {
        (_file, _unfinished) = (file, file + ".new");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(_unfinished); // its mode would stay
            options.UnixCreateMode = OwnerOnly;
        }

        _stream = new FileStream(_unfinished, options);
        _gzip = new GZipStream(_stream, CompressionLevel.Fastest, leaveOpen: true);
        _tar = new TarWriter(_gzip, TarEntryFormat.Pax, leaveOpen: true);
    }

    /// <param name="content">Can be read twice.</param>
    public async Task Add(string name, Stream content, CancellationToken cancellation)
    {
        var hash = await SHA256.HashDataAsync(content, cancellation).ConfigureAwait(false);
        _entries.Add(name, new BackupEntry(content.Length, Convert.ToHexStringLower(hash)));
        await Write(name, content, cancellation).ConfigureAwait(false);
    }

    public async Task Finish(Guid journal, CancellationToken cancellation)
    {
        var manifest = new BackupManifest { MadeAt = DateTimeOffset.UtcNow, Journal = journal, Entries = _entries };
        using var json = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest, BackupManifestContext.Default.BackupManifest));
        await Write(BackupNames.Manifest, json, cancellation).ConfigureAwait(false);
        await _tar.DisposeAsync().ConfigureAwait(false);
        await _gzip.DisposeAsync().ConfigureAwait(false);
        _stream.Flush(flushToDisk: true);
        await _stream.DisposeAsync().ConfigureAwait(false);
        File.Move(_unfinished, _file, overwrite: false);
        _finished = true;
    }

    public void Dispose()
    {
        if (!_finished)
        {
            _stream.Dispose();
            File.Delete(_unfinished);
        }
    }

    private async Task Write(string name, Stream content, CancellationToken cancellation)
    {
        content.Position = 0;
        var entry = new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content, Mode = OwnerOnly };
        await _tar.WriteEntryAsync(entry, cancellation).ConfigureAwait(false);
    }
}
