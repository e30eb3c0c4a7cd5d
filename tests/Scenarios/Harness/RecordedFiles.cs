using CallCenter.Tests.Shared;

namespace CallCenter.Scenarios.Tests.Harness;

/// <summary>The recording of a server's first conversation.</summary>
internal static class RecordedFiles
{
    private const int BytesPerSecond = 8_000 * 4;

    /// <summary>Its file, once it is so long.</summary>
    public static async Task<string> Recorded(this CallCenterServer server, double seconds)
    {
        var folder = Path.Combine(server.Data, "recordings");
        string? path = null;
        await Eventually.Holds(
            () => Directory.Exists(folder)
                && (path = Directory.EnumerateFiles(folder, "1-1.wav", SearchOption.AllDirectories).FirstOrDefault()) is not null
                && new FileInfo(path).Length > seconds * BytesPerSecond,
            TimeSpan.FromSeconds(60), $"{seconds} s are recorded");
        return path!;
    }
}
