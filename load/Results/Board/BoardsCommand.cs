using System.CommandLine;
using System.Diagnostics;
using System.Net.WebSockets;
using CallCenter.Load.Results.Reports;
using CallCenter.Load.Runs;

namespace CallCenter.Load.Results.Board;

/// <summary><c>boards</c>: keeps live boards open and tells how late changes came, beside a load that comes from elsewhere.</summary>
internal static class BoardsCommand
{
    public static Command Create()
    {
        var http = LoadOptions.Http("Address of the server's pages and API.");
        http.Required = true;
        var key = LoadOptions.ApiKey("A supervisor's API key");
        var count = LoadOptions.Count("--boards", "How many.", 1, ForeignWallboards.Most);
        var command = new Command("boards", "Keeps live boards open until Ctrl+C and tells how late changes came.") { http, key, count };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            if ((parsed.GetValue(key) ?? Environment.GetEnvironmentVariable(LoadOptions.ApiKeyVariable)) is not { Length: > 0 } secret)
            {
                streams.Error.WriteLine($"A board needs a key: --api-key, or the variable {LoadOptions.ApiKeyVariable}.");
                return LoadCommandLine.WrongUsage;
            }

            var place = new BoardPlace(parsed.GetRequiredValue(http)!, secret);
            try
            {
                return Follow(place, parsed.GetValue(count), streams.Output).GetAwaiter().GetResult();
            }
            catch (Exception problem) when (problem is WebSocketException or TimeoutException)
            {
                streams.Error.WriteLine($"{place.Server} shows no board: {problem.Message}");
                return LoadCommandLine.Failed;
            }
        });
        return command;
    }

    private static async Task<int> Follow(BoardPlace place, int count, TextWriter output)
    {
        using var interrupts = new RunInterrupts();
        var (began, stamp) = (DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * 1000, Stopwatch.GetTimestamp());
        long Now() => began + (long)Stopwatch.GetElapsedTime(stamp).TotalMicroseconds;

        await using var followers = await ForeignWallboards.Start(place, count, Now).ConfigureAwait(false);
        followers.Measure(new RunWindow(Now(), TimeSpan.Zero, TimeSpan.FromDays(1)));
        await output.WriteLineAsync($"{count} open, until Ctrl+C").ConfigureAwait(false);
        await Task.Delay(Timeout.Infinite, interrupts.First).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var result = await followers.Stop().ConfigureAwait(false);
        TextReport.WriteBoard(output, result);
        return result is { Gaps: 0, Unreadable: 0, Broken: 0 } ? LoadCommandLine.Success : LoadCommandLine.Failed;
    }
}
