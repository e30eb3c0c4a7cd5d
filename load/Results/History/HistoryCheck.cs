using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using CallCenter.Load.Server;

namespace CallCenter.Load.Results.History;

/// <summary>
/// Compares a run with the server's history, through its API.
/// 1. Wait until everything journaled is in the history.
/// 2. Read the records of the time of the run, as one stream.
/// 3. Compare them with the calls made.
/// </summary>
/// <param name="server">Base address of the server's pages and API.</param>
/// <param name="apiKey">A supervisor's key.</param>
/// <param name="tell">Is told what goes on, now and then.</param>
internal sealed class HistoryCheck(Uri server, string apiKey, Action<string> tell)
{
    /// <summary>How far two times of one call may be apart, unless a scenario says otherwise.</summary>
    public static readonly TimeSpan UsualTolerance = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestStandstill = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestForLiveCalls = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);
    private const int LooksBetweenWords = 10;

    // The clocks agree, but the server rounds to milliseconds and a call that waited for the network starts later there than here.
    private const long RangeMarginMicros = 2_000_000;

    /// <summary>The comparison; where it could not be made, the result says why.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<HistoryResult> Compare(CallLedger calls, TimeSpan tolerance, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = server, Timeout = LongestWait };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        try
        {
            await UntilWritten(http, cancellation).ConfigureAwait(false);
            var comparison = new HistoryComparison(calls, tolerance);
            await Read(http, calls, comparison, cancellation).ConfigureAwait(false);
            return comparison.Finish();
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or FormatException or JsonException
            or TimeoutException || (problem is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new HistoryResult(calls.Count, 0, 0, 0, 0, 0, 0, 0, 0, 0, [], $"The history could not be compared: {problem.Message}");
        }
    }

    private async Task UntilWritten(HttpClient http, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(BetweenLooks);
        var (started, shrank) = (TimeProvider.System.GetTimestamp(), TimeProvider.System.GetTimestamp());
        var least = long.MaxValue;
        for (var look = 1; ; look++)
        {
            var health = await ServerHealth.Read(http, cancellation).ConfigureAwait(false);
            var waited = TimeProvider.System.GetElapsedTime(started);
            if (health.JournalBacklog == 0 && (health.CallsLive == 0 || waited > LongestForLiveCalls)) return;
            if (health.JournalBacklog < least)
            {
                least = health.JournalBacklog;
                shrank = TimeProvider.System.GetTimestamp();
            }

            if (waited > LongestWait || TimeProvider.System.GetElapsedTime(shrank) > LongestStandstill)
                throw new TimeoutException($"{health.JournalBacklog} events are still not written after {waited.TotalSeconds:0} s.");
            if (look % LooksBetweenWords == 0)
                tell(string.Create(CultureInfo.InvariantCulture, $"The server's history is {health.JournalBacklog:N0} events behind …"));
            await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false);
        }
    }

    private static async Task Read(HttpClient http, CallLedger calls, HistoryComparison comparison, CancellationToken cancellation)
    {
        var (from, to) = RangeOf(calls);
        var address = $"/api/v1/calls?format=csv&sort=arrived&order=asc&from={Text(from)}&to={Text(to)}";
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellation)
            .ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
        using var text = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false));
        await foreach (var record in CallCsvReader.Read(text, cancellation).ConfigureAwait(false)) comparison.Add(record);
    }

    private static (long From, long To) RangeOf(CallLedger calls)
    {
        var (from, to) = (long.MaxValue, 0L);
        for (var i = 0; i < calls.Count; i++)
        {
            var call = calls[i];
            if (call.Start.FromMicros != 0) from = Math.Min(from, call.Start.FromMicros);
            to = Math.Max(to, Math.Max(call.Start.ToMicros, call.End.ToMicros));
        }

        // Without a call there is nothing to read, but the server wants a range that is one.
        return from > to ? (0, 1_000_000) : (from - RangeMarginMicros, to + RangeMarginMicros);
    }

    private static string Text(long micros) => Uri.EscapeDataString(
        DateTimeOffset.UnixEpoch.AddMicroseconds(micros).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}
