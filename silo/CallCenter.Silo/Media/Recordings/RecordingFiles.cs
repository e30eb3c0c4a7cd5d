using CallCenter.Abstractions;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Silo.Media.Recordings;

/// <summary>The sound of recorded conversations, for whoever listens.</summary>
internal sealed class RecordingFiles(SiloOptions options) : IRecordings
{
    private readonly RecordingFolder _folder = new(DataFolders.RecordingsOf(options.DataFolder));

    public ValueTask<long?> Length(ProjectId project, CallId call, int conversation) =>
        new(_folder.Find(project, call, conversation) is { } path && new FileInfo(path) is { Exists: true } file ? file.Length : null);

    public async ValueTask<byte[]> Read(ProjectId project, CallId call, int conversation, long offset, int count)
    {
        if (_folder.Find(project, call, conversation) is not { } path)
        {
            return [];
        }

        try
        {
            // It may be being written.
            using var file = File.OpenHandle(path, options: FileOptions.Asynchronous, share: FileShare.ReadWrite | FileShare.Delete);
            var piece = new byte[(int)Math.Clamp(RandomAccess.GetLength(file) - offset, 0, count)];
            var read = await RandomAccess.ReadAsync(file, piece, offset).ConfigureAwait(false);
            return read == piece.Length ? piece : piece[..read];
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }
}
