namespace CallCenter.Silo;

/// <summary>What lies where in a silo's data folder.</summary>
internal static class DataFolders
{
    public const string Journal = "journal";

    public const string Recordings = "recordings";

    public static string JournalOf(string data) => Path.Combine(data, Journal);

    public static string RecordingsOf(string data) => Path.Combine(data, Recordings);

    public static string PromptsOf(string data) => Path.Combine(data, "prompts");

    public static string SnapshotsOf(string data) => Path.Combine(data, "snapshots");
}
