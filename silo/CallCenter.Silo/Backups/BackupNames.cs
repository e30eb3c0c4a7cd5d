using CallCenter.Silo.Projects;

namespace CallCenter.Silo.Backups;

/// <summary>Names of the entries of a backup, which is a tar file (PAX) in gzip.</summary>
internal static class BackupNames
{
    public const string Manifest = "manifest.json";
    public const string Database = "history.dump";

    /// <summary>What lies below this is the data folder.</summary>
    public const string Data = "data/";

    /// <summary>Files of the data folder that belong to the running process, not to the data.</summary>
    public static bool IsOfProcess(string name) =>
        name is "web.lock" or ProjectRegistry.LockName or "try" or RestoredMark.FileName || name.EndsWith(".new", StringComparison.Ordinal);
}
