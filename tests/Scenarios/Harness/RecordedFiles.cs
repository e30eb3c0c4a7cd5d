using CallCenter.Tests.Shared;

namespace CallCenter.Scenarios.Tests.Harness;

/// <summary>The recording of a server's first conversation.</summary>
internal static class RecordedFiles
{
    private const int BytesPerSecond = 8_000 * 4;

    /// <summary>Its file, once it is so long.</summary>
    /// <param name="conversation">0: the message of the first call.</param>
    public static async Task<string> Recorded(this CallCenterServer server, double seconds, int conversation = 1)
    {
        var folder = Path.Combine(server.Data, "recordings");
        var name = $"1-{conversation}.wav";
        string? path = null;
        await Eventually.Holds(
            () => Directory.Exists(folder)
                && (path = Directory.EnumerateFiles(folder, name, SearchOption.AllDirectories).FirstOrDefault()) is not null
                && new FileInfo(path).Length > seconds * BytesPerSecond,
            TimeSpan.FromSeconds(60), $"{seconds} s are recorded");
        return path!;
    }
}
