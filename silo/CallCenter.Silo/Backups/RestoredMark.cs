namespace CallCenter.Silo.Backups;

/// <summary>
/// Lies in a data folder from its restoring to the first start after it: calls that were live when the backup was made are over. A start
/// after a crash lets them go on; after a restoring they would hold employees that nobody talks to.
/// </summary>
internal static class RestoredMark
{
    public const string FileName = "restored";

    public static void Set(string dataFolder) => File.WriteAllText(Path.Combine(dataFolder, FileName), "");

    public static bool IsSet(string dataFolder) => File.Exists(Path.Combine(dataFolder, FileName));

    /// <summary>When the calls are closed and that is journaled.</summary>
    public static void Remove(string dataFolder) => File.Delete(Path.Combine(dataFolder, FileName));
}
