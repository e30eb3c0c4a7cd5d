using CallCenter.Load.Results;
using CallCenter.Load.Results.Board;

namespace CallCenter.Load.Runs;

/// <summary>The boards that a run follows, or none; seen from the run's own thread.</summary>
internal sealed class BoardWatch : IDisposable
{
    private BoardWatch(ForeignWallboards? followers) => Followers = followers;

    public static BoardWatch None { get; } = new(null);

    public ForeignWallboards? Followers { get; }

    /// <exception cref="System.Net.WebSockets.WebSocketException">The server refused one; or <see cref="TimeoutException"/>.</exception>
    public static BoardWatch Start(RunSite site, int count, Func<long> nowMicros) =>
        new(ForeignWallboards.Start(new BoardPlace(site.Http!, site.ApiKey!), count, nowMicros).GetAwaiter().GetResult());

    public BoardResult? Stop() => Followers?.Stop().GetAwaiter().GetResult();

    public void Dispose() => Followers?.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
