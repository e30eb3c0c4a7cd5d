using System.Net.WebSockets;

namespace CallCenter.Load.Results.Board;

/// <summary>
/// Many followers of the live board at once. They share the thread pool: each is one pending receive, and a message costs its bytes, a
/// look at its beginning and one place in a histogram.
/// </summary>
internal sealed class ForeignWallboards : IAsyncDisposable
{
    public const int Most = 1_000;

    private const int ConnectedTogether = 20;

    private static readonly TimeSpan BetweenPings = TimeSpan.FromSeconds(10);

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler());
    private readonly CancellationTokenSource _stopping = new();
    private readonly BoardDelays _delays = new();
    private readonly List<ForeignWallboard> _followers = [];
    private readonly List<Task> _running = [];
    private Task _pinging = Task.CompletedTask;

    /// <summary>Changes received so far, by all of them.</summary>
    public long Messages => _delays.Messages;

    /// <summary>Connects so many followers and returns when each has the whole board.</summary>
    /// <exception cref="WebSocketException">The server refused one; or <see cref="TimeoutException"/>: it took too long.</exception>
    public static async Task<ForeignWallboards> Start(BoardPlace place, int count, Func<long> nowMicros)
    {
        var all = new ForeignWallboards();
        try
        {
            for (var begun = 0; begun < count; begun += ConnectedTogether)
            {
                var next = Enumerable.Range(0, Math.Min(ConnectedTogether, count - begun))
                    .Select(_ => new ForeignWallboard(place.Address, all._http, all._delays, nowMicros)).ToList();
                all._followers.AddRange(next);
                all._running.AddRange(next.Select(follower => follower.Run(all._stopping.Token)));
                await Task.WhenAll(next.Select(follower => follower.First)).WaitAsync(place.Patience).ConfigureAwait(false);
            }

            all._pinging = all.KeepAlive();
            return all;
        }
        catch
        {
            await all.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Tells what part of the run counts for the delays; those before are not counted.</summary>
    public void Measure(RunWindow window) => _delays.Measure(window);

    /// <summary>Ends all connections and tells what was measured.</summary>
    public async Task<BoardResult> Stop()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll([.. _running, _pinging]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _delays.Result(_followers.Count);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop().ConfigureAwait(false);
        foreach (var follower in _followers) follower.Dispose();
        _http.Dispose();
        _stopping.Dispose();
    }

    private async Task KeepAlive()
    {
        using var timer = new PeriodicTimer(BetweenPings);
        while (await timer.WaitForNextTickAsync(_stopping.Token).ConfigureAwait(false))
        {
            foreach (var follower in _followers) await follower.Ping(_stopping.Token).ConfigureAwait(false);
        }
    }
}

/// <summary>Where the board is.</summary>
/// <param name="Server">Base address of the server's pages and API.</param>
/// <param name="ApiKey">A supervisor's key.</param>
internal sealed record BoardPlace(Uri Server, string ApiKey)
{
    /// <summary>How long a connection may take until it has the whole board.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    public Uri Address => new UriBuilder(Server)
    {
        Scheme = Server.Scheme == Uri.UriSchemeHttps ? "wss" : "ws",
        Path = "/hubs/board",
        Query = $"access_token={Uri.EscapeDataString(ApiKey)}",
    }.Uri;
}
