namespace CallCenter.Tests.Shared;

/// <summary>A new empty folder that is deleted with everything in it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("callcenter-").FullName;

    public string Path { get; }

    /// <summary>The PostgreSQL server of a root user runs as somebody else, who has to reach his folder in here.</summary>
    public void LetOthersPass()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
