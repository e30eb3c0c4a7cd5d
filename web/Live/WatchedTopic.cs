namespace CallCenter.Web.Live;

/// <summary>A topic that somebody watches, with what its feed needs to keep it drawn.</summary>
public sealed class WatchedTopic(ILiveRegion region, RegionTopic topic)
{
    private int _watchers;

    public ILiveRegion Region { get; } = region;
    public RegionTopic Topic { get; } = topic;
    public TopicDrawing Drawing { get; } = new();
    public RegionPicture? Picture { get; set; }

    /// <summary>Timestamp of the last time a page or a reader asked for it.</summary>
    public long WantedAt { get; set; }

    public int Watchers => Volatile.Read(ref _watchers);

    public void Enter() => Interlocked.Increment(ref _watchers);

    public void Leave() => Interlocked.Decrement(ref _watchers);
}
