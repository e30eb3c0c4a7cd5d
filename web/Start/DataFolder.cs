using CallCenter.Abstractions;

namespace CallCenter.Web.Start;

/// <summary>
/// Holds the data folder for this process as long as it lives. The lock belongs to the open file, so a killed process leaves
/// nothing behind.
/// </summary>
public sealed class DataFolder : IDisposable
{
    /// <summary>What a file locked by another process gives: EAGAIN on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.</summary>
    private static readonly int[] LockedByAnother = [11, 35, unchecked((int)0x80070020)];

    /// <summary>What a full disk and a used up quota give: ENOSPC, EDQUOT of Linux and macOS, ERROR_DISK_FULL on Windows.</summary>
    private static readonly int[] NoRoom = [28, 122, 69, unchecked((int)0x80070070)];

    private readonly FileStream _lock;

    private DataFolder(FileStream @lock) => _lock = @lock;

    /// <summary>
    /// Takes the folder, made if missing. Throws <see cref="DataFolderException"/> when another process has it or it cannot be written.
    /// </summary>
    public static DataFolder Take(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
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
        catch (IOException failure) when (LockedByAnother.Contains(failure.HResult))
        {
            throw new DataFolderException(
                $"The data folder {path} is in use by another start of this program. End it, or choose another folder with --data DIR.",
                failure);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw new DataFolderException(
                $"The data folder {path} cannot be written: {Refusal.FirstLine(failure.Message)} Nothing was started. "
                + "Make room or give this user the right to write there, or choose another folder with --data DIR.", failure)
            {
                MayPass = NoRoom.Contains(failure.HResult),
            };
        }
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

/// <summary>The data folder cannot be used; the message names it.</summary>
public sealed class DataFolderException(string message, Exception inner) : RefusedStartException(message, inner);
