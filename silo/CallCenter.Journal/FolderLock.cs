using System.Globalization;
using CallCenter.Abstractions;

namespace CallCenter.Journal;

/// <summary>
/// Holds a folder for one process: an exclusive lock on the file <c>lock</c>, released by the operating system even after
/// <c>kill -9</c>. The owner's process id lies beside it, because nobody else can read a locked file.
/// </summary>
public sealed class FolderLock : IDisposable
{
    /// <summary>What a file locked by another process gives: EAGAIN on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.</summary>
    private static readonly int[] LockedByAnother = [11, 35, unchecked((int)0x80070020)];

    private const string LockFile = "lock";

    private readonly FileStream _lock;

    private FolderLock(FileStream held) => _lock = held;

    /// <summary>
    /// Throws <see cref="FolderInUseException"/> when another process (or this one) holds the folder; an <see cref="IOException"/> or
    /// <see cref="UnauthorizedAccessException"/> that names the file when the folder cannot be written.
    /// </summary>
    public static FolderLock Take(string folder)
    {
        Directory.CreateDirectory(folder);
        var owner = Path.Combine(folder, "owner");
        var held = Lock(folder, owner, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            File.WriteAllText(owner, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new FolderLock(held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Keeps others from writing to a folder that is only read, and changes nothing in it; null where nobody ever held it. Throws <see
    /// cref="FolderInUseException"/> when somebody does now.
    /// </summary>
    public static FolderLock? Share(string folder) => File.Exists(Path.Combine(folder, LockFile))
        ? new FolderLock(Lock(folder, Path.Combine(folder, "owner"), FileMode.Open, FileAccess.Read, FileShare.Read))
        : null;

    public void Dispose() => _lock.Dispose();

    private static FileStream Lock(string folder, string owner, FileMode mode, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(Path.Combine(folder, LockFile), mode, access, share);
        }
        catch (IOException failure) when (LockedByAnother.Contains(failure.HResult))
        {
            var pid = File.Exists(owner) ? File.ReadAllText(owner).Trim() : "unknown";
            throw new FolderInUseException(Path.GetFullPath(folder), pid);
        }
    }
}

/// <summary>Another process works in this folder.</summary>
public sealed class FolderInUseException(string folder, string ownerPid)
    : RefusedStartException($"The folder {folder} is in use by process {ownerPid}. Stop that process first, or choose another data folder.")
{
    public string Folder { get; } = folder;

    public string OwnerPid { get; } = ownerPid;
}
