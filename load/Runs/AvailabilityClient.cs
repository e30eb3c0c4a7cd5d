using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace CallCenter.Load.Runs;

/// <summary>Sets the availability of employees through the server's API.</summary>
internal sealed class AvailabilityClient : IDisposable
{
    private const int AtOnce = 32;

    private readonly HttpClient _http;

    public AvailabilityClient(Uri server, string key)
    {
        _http = new HttpClient { BaseAddress = server, Timeout = TimeSpan.FromSeconds(30) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Sets everybody's as fast as the server takes it. Returns in words how it went.</summary>
    /// <param name="availability"><c>signedOut</c> or <c>ready</c>.</param>
    public async Task<string> SetAll(IReadOnlyList<string> employees, string availability, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var refused = 0;
        string? first = null;
        await Parallel.ForEachAsync(
            employees, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (employee, token) =>
            {
                if (await Set(employee, availability, token).ConfigureAwait(false) is { } problem)
                {
                    Interlocked.Increment(ref refused);
                    Interlocked.CompareExchange(ref first, problem, null);
                }
            }).ConfigureAwait(false);
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return $"{employees.Count} employees set to {availability} in {elapsed:F0} ms"
            + (refused == 0 ? "" : $", {refused} requests refused, the first: {first}");
    }

    public void Dispose() => _http.Dispose();

    private async Task<string?> Set(string employee, string availability, CancellationToken cancellation)
    {
        try
        {
            var address = $"/api/v1/employees/{Uri.EscapeDataString(employee)}/availability";
            using var response = await _http.PutAsJsonAsync(address, new { availability }, cancellation).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? null : $"{employee}: {(int)response.StatusCode}";
        }
        catch (HttpRequestException problem)
        {
            return $"{employee}: {problem.Message}";
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"{employee}: no reply within {_http.Timeout.TotalSeconds} s";
        }
    }
}
