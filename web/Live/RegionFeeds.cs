using System.Collections.Concurrent;
using CallCenter.Abstractions;
using CallCenter.Web.Languages;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Live;

/// <summary>Finds the feed and the drawing of what somebody wants to see. Thread-safe.</summary>
public sealed class RegionFeeds(
    IEnumerable<ILiveRegion> regions, IGrainFactory grains, BoardSource boards, OpenConnections connections, IServiceProvider services,
    TimeProvider time, ILoggerFactory loggers)
{
    private readonly Dictionary<string, ILiveRegion> _regions = regions.ToDictionary(region => region.Name);
    private readonly ConcurrentDictionary<ProjectId, RegionFeed> _feeds = [];

    /// <summary>The topic; null when there is no such region or the viewer may not see it.</summary>
    public async ValueTask<RegionTopic?> TopicFor(Viewer viewer, Language language, string region, string argument) =>
        _regions.TryGetValue(region, out var known) ? await known.TopicFor(viewer, language, argument) : null;

    public RegionFeed Feed(ProjectId project) => _feeds.GetOrAdd(project, id => new RegionFeed(
        id, grains, boards, connections, new FragmentRenderer(services, loggers), time, loggers.CreateLogger<RegionFeed>()));

    /// <summary>What is kept drawn of a topic; null when it does not exist or no place is free.</summary>
    public ValueTask<WatchedTopic?> Open(RegionTopic topic, CancellationToken cancellation) =>
        Feed(topic.Project).Open(_regions[topic.Region], topic, cancellation);

    /// <summary>
    /// What a page shows before its stream begins. Where no place is free, it is empty and the page says that it is not live.
    /// </summary>
    public async ValueTask<TopicContent> FirstContent(RegionTopic topic, CancellationToken cancellation) =>
        (await Open(topic, cancellation))?.Drawing.Content() ?? TopicContent.Empty;
}
