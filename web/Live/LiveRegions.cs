using System.Collections.Concurrent;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.Languages;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Live;

/// <summary>Finds the feed and the view of what somebody wants to see. Thread-safe.</summary>
public sealed class LiveRegions(
    IEnumerable<ILiveRegion> regions, IProjects projects, IServiceProvider services, TimeProvider time, ILoggerFactory loggers)
{
    private readonly Dictionary<string, ILiveRegion> _regions = regions.ToDictionary(region => region.Name);
    private readonly ConcurrentDictionary<ProjectId, LiveFeed> _feeds = [];

    /// <summary>The subject; null when there is no such region or the viewer may not see it.</summary>
    public LiveSubject? SubjectFor(Viewer viewer, Language language, string region, string argument) =>
        _regions.GetValueOrDefault(region)?.SubjectFor(viewer, language, argument);

    public LiveFeed Feed(ProjectId project) => _feeds.GetOrAdd(project, id => new LiveFeed(
        id, projects, new FragmentRenderer(services, loggers), time, loggers.CreateLogger<LiveFeed>()));

    /// <summary>The view of a subject, drawn; null when the subject does not exist or no view is free.</summary>
    public ValueTask<WatchedView?> Open(LiveSubject subject, CancellationToken cancellation) =>
        Feed(subject.Project).Open(_regions[subject.Region], subject, cancellation);

    /// <summary>
    /// What a page shows before its stream begins. Where no view is free, it is empty and the page says that it is not live.
    /// </summary>
    public async ValueTask<LivePageContent> FirstContent(LiveSubject subject, CancellationToken cancellation) =>
        (await Open(subject, cancellation))?.View.Content() ?? LivePageContent.Empty;
}
