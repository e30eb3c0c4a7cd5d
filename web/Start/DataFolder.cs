namespace CallCenter.Web.Start;

/// <summary>
/// Holds the data folder for this process as long as it lives. The lock belongs to the open file, so a killed process leaves
/// nothing behind.
/// </summary>
public sealed class DataFolder : IDisposable
{
    /// <summary>What a file locked by another process gives: EAGAIN on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.</summary>
    private static readonly int[] LockedByAnother = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _lock;

    private DataFolder(FileStream @lock) => _lock = @lock;

    /// <summary>Takes the folder (made if missing); null with a sentence when another process has it or it cannot be written.</summary>
    public static DataFolder? TryTake(string path, out string? problem)
    {
        try
        {
            Directory.CreateDirectory(path);
            problem = null;
            var file = new FileStream(Path.Combine(path, "web.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            try
            {
                Try(path);
                return new DataFolder(file);
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (IOException exception) when (LockedByAnother.Contains(exception.HResult))
        {
            problem = $"The data folder {path} is in use by another start of this program. "
                + "End it, or choose another folder with --data DIR.";
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            problem = $"The data folder {path} cannot be written: {exception.Message}. Nothing was started. "
                + "Make room or give this user the right to write there, or choose another folder with --data DIR.";
        }

        return null;
    }

    // A full disk takes an empty file, but nothing into it; the start would end half way, at whatever is written first.
    private static void Try(string path)
    {
        var file = Path.Combine(path, "try");
        try
        {
            using var tried = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            tried.Write(new byte[64 * 1024]);
            tried.Flush(flushToDisk: true);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public void Dispose() => _lock.Dispose();
}
