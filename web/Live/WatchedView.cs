namespace CallCenter.Web.Live;

/// <summary>A view with what its feed needs to keep it drawn.</summary>
public sealed class WatchedView(ILiveRegion region, LiveSubject subject)
{
    private int _watchers;

    public ILiveRegion Region { get; } = region;
    public LiveSubject Subject { get; } = subject;
    public LiveView View { get; } = new();
    public LivePicture? Picture { get; set; }

    /// <summary>Timestamp of the last time a page or a reader asked for it.</summary>
    public long WantedAt { get; set; }

    public int Watchers => Volatile.Read(ref _watchers);

    public void Enter() => Interlocked.Increment(ref _watchers);

    public void Leave() => Interlocked.Decrement(ref _watchers);
}
