using System.Globalization;
using System.Text.Json;
using CallCenter.Load.Server;

namespace CallCenter.Load.Runs;

/// <summary>
/// Notes how long the server's memory management stopped it at most: what the slowest calls of a run are often made of.
/// </summary>
internal static class ServerPauses
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(5);

    public static async Task Note(RunSite site, RunNotes notes)
    {
        if (site.Http is null) return;
        using var http = new HttpClient { BaseAddress = site.Http, Timeout = LongestAnswer };
        try
        {
            if ((await ServerHealth.Read(http, CancellationToken.None).ConfigureAwait(false)).Memory is not { } memory) return;
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{memory.FullCollections:N0} full garbage collections of the server since its start stopped it for at most "
                + $"{memory.LongestPauseMs} ms"));
        }
        catch (Exception problem) when (problem is HttpRequestException or JsonException or TaskCanceledException)
        {
            notes.Add($"the server's pauses are not known: {problem.Message}");
        }
    }
}
