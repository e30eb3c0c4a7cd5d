namespace CallCenter.Web.Start;

/// <summary>
/// Holds the data folder for this process as long as it lives. The lock belongs to the open file, so a killed process leaves
/// nothing behind.
/// </summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(FileStream @lock) => _lock = @lock;

    /// <summary>Takes the folder (made if missing); null with a sentence when another process has it or it cannot be written.</summary>
    public static DataFolder? TryTake(string path, out string? problem)
    {
        try
        {
            Directory.CreateDirectory(path);
            problem = null;
            var file = Path.Combine(path, "web.lock");
            return new DataFolder(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException))
        {
            problem = $"The data folder {path} is in use by another start of this program. "
                + "End it, or choose another folder with --data DIR.";
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            problem = $"The data folder {path} cannot be written: {exception.Message}";
        }

        return null;
    }

    public void Dispose() => _lock.Dispose();
}
