using System.Diagnostics;

namespace CallCenter.Tests.Shared;

/// <summary>
/// A file system of a few MiB in memory, which a test fills, empties and makes read-only. Only root on Linux may mount one: elsewhere
/// <see cref="TryMount"/> gives null, and the test says that it is skipped.
/// </summary>
public sealed class SmallDisk : IDisposable
{
    public const string NeedsRoot = "Only root on Linux can mount a small disk.";
    private readonly TemporaryFolder _folder = new();

    private SmallDisk() => Path = System.IO.Path.Combine(_folder.Path, "disk");

    public string Path { get; }

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    public static SmallDisk? TryMount(int mebibytes)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return null;
        }
        var disk = new SmallDisk();
        disk._folder.LetOthersPass();
        Directory.CreateDirectory(disk.Path);
        if (Run("mount", "-t", "tmpfs", "-o", $"size={mebibytes}m,mode=0755", "tmpfs", disk.Path))
        {
            return disk;
        }
        disk._folder.Dispose();
        return null;
    }

    /// <summary>Takes all room that is left, to the last page.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var block = 64 * 1024; block >= 4096; block /= 2)
        {
            try
            {
                while (true)
                {
                    ballast.Write(new byte[block]);
                }
            }
            catch (IOException)
            {
                // No room for that much: try half of it.
            }
        }
    }

    /// <summary>There is room again.</summary>
    public void Empty() => File.Delete(Ballast);

    /// <summary>Only while no file on it is open for writing.</summary>
    public void MakeReadOnly()
    {
        if (!Run("mount", "-o", "remount,ro", Path))
        {
            throw new IOException($"{Path} could not be made read-only.");
        }
    }

    public void Dispose()
    {
        Run("umount", "--lazy", Path);
        _folder.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
