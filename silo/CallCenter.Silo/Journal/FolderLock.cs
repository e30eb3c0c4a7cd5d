using System.Globalization;

namespace CallCenter.Silo.Journal;

/// <summary>
/// Holds a folder for one process: an exclusive lock on the file <c>lock</c>, released by the operating system even after
/// <c>kill -9</c>. The owner's process id lies beside it, because nobody else can read a locked file.
/// </summary>
public sealed class FolderLock : IDisposable
{
    private readonly FileStream _lock;

    private FolderLock(FileStream held) => _lock = held;

    /// <summary>Throws <see cref="FolderInUseException"/> when another process (or this one) holds the folder.</summary>
    public static FolderLock Take(string folder)
    {
        Directory.CreateDirectory(folder);
        var owner = Path.Combine(folder, "owner");
        try
        {
            var held = new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(owner, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new FolderLock(held);
        }
        catch (IOException)
        {
            var pid = File.Exists(owner) ? File.ReadAllText(owner).Trim() : "unknown";
            throw new FolderInUseException(Path.GetFullPath(folder), pid);
        }
    }

    public void Dispose() => _lock.Dispose();
}

/// <summary>Another process works in this folder.</summary>
public sealed class FolderInUseException(string folder, string ownerPid)
    : Exception($"The folder {folder} is in use by process {ownerPid}. Stop that process first, or choose another data folder.")
{
    public string Folder { get; } = folder;

    public string OwnerPid { get; } = ownerPid;
}
