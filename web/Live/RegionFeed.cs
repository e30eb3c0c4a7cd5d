using System.Diagnostics.CodeAnalysis;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Grains;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Live;

/// <summary>
/// Follows one project's board as long as somebody looks, and keeps what they look at drawn:
/// 1. a snapshot comes (at once after a quiet time, then as often as <see cref="BoardSource"/> gives one: each 40 ms at most);
/// 2. each topic's region draws its picture;
/// 3. changed fragments are rendered;
/// 4. the topic's drawing takes them over and wakes its readers.
/// Beside it, once a second, the feed proves that it is fresh and beats; a feed that stands still does not.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore holds no handle; feeds live as long as the program.")]
public sealed class RegionFeed(
    ProjectId project, IGrainFactory grains, BoardSource boards, OpenConnections connections, FragmentRenderer renderer, TimeProvider time,
    ILogger<RegionFeed> log)
{
    /// <summary>
    /// At this bound topics that nobody watches go first; if all are watched, a new one is refused and its page says that it is not live.
    /// </summary>
    public const int MostTopics = 500;

    private static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan KeepUnwatched = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<RegionTopic, WatchedTopic> _topics = [];
    private BoardSnapshot? _latest;
    private CancellationTokenSource? _following;

    /// <summary>Counts the beats: readers that see it grow know that the feed was fresh at that moment.</summary>
    public long Beats { get; private set; }

    /// <summary>What is kept drawn of a topic; null when the topic does not exist or no place is free.</summary>
    public async ValueTask<WatchedTopic?> Open(ILiveRegion region, RegionTopic topic, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            if (!_topics.TryGetValue(topic, out var watched))
            {
                if (_topics.Count >= MostTopics && !DropUnwatched(TimeSpan.Zero))
                {
                    return null;
                }

                watched = new WatchedTopic(region, topic);
                _latest = _following is null || _latest is null ? await grains.Project(project).Board() : _latest;
                await connections.LivesWith(project, _latest.ConfigurationVersion);
                if (!await Draw(watched, _latest, cancellation))
                {
                    return null;
                }

                _topics.Add(topic, watched);
            }

            watched.WantedAt = time.GetTimestamp();
            Follow();
            return watched;
        }
        finally
        {
            _gate.Release();
        }
    }

    private void Follow()
    {
        if (_following is null)
        {
            _following = new CancellationTokenSource();
            _ = Task.Run(() => FollowBoard(_following.Token));
            _ = Task.Run(() => Beat(_following));
        }
    }

    private async Task FollowBoard(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await foreach (var snapshot in boards.Follow(project, cancellation))
                {
                    await DrawAll(snapshot, _ => true, cancellation);
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                RegionLog.FeedBroke(log, exception, project);
            }

            await Task.Delay(BeatEvery, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Beat(CancellationTokenSource following)
    {
        using var timer = new PeriodicTimer(BeatEvery, time);
        while (await timer.WaitForNextTickAsync())
        {
            try
            {
                if (!await BeatOnce(following.Token))
                {
                    await following.CancelAsync();
                    following.Dispose();
                    return;
                }
            }
            catch (Exception exception)
            {
                RegionLog.BeatFailed(log, exception, project);
            }
        }
    }

    /// <returns>False when nobody looks any more and following ended.</returns>
    private async Task<bool> BeatOnce(CancellationToken cancellation)
    {
        var before = _latest?.Sequence;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(BeatEvery);
        var sequence = await grains.Project(project).BoardSequence().AsTask().WaitAsync(limit.Token);
        var stands = sequence > _latest?.Sequence && before == _latest?.Sequence && _stoodAt == before;
        _stoodAt = sequence > _latest?.Sequence ? before : null;

        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await DrawAll(_latest ?? await grains.Project(project).Board(), watched => watched.Picture?.RefreshAt <= now, cancellation);
        await _gate.WaitAsync(cancellation);
        try
        {
            DropUnwatched(KeepUnwatched);
            if (_topics.Count == 0)
            {
                _following = null;
                return false;
            }

            if (!stands)
            {
                Beats++;
                foreach (var watched in _topics.Values)
                {
                    watched.Drawing.Wake();
                }
            }

            return true;
        }
        finally
        {
            _gate.Release();
        }
    }

    // The sequence at which the feed stood behind the board at the last beat; standing there twice in a row means that it is stuck.
    private long? _stoodAt;

    private async Task DrawAll(BoardSnapshot snapshot, Func<WatchedTopic, bool> which, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            await connections.LivesWith(project, snapshot.ConfigurationVersion);
            var all = snapshot != _latest;
            _latest = snapshot;
            foreach (var watched in _topics.Values.Where(which))
            {
                await Draw(watched, snapshot, cancellation);
            }

            if (all)
            {
                renderer.ForgetUnused();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async ValueTask<bool> Draw(WatchedTopic watched, BoardSnapshot snapshot, CancellationToken cancellation)
    {
        var picture = await watched.Region.Draw(watched.Topic, snapshot, watched.Picture, cancellation);
        if (picture is null)
        {
            return false;
        }

        watched.Picture = picture;
        var html = await renderer.Render(
            watched.Topic.Region, new FragmentContext(watched.Topic.Language, watched.Topic.Access, picture.Zone), picture);
        var orders = picture.Sections
            .Select(section => new SectionOrder(section.Name, [.. section.Fragments.Select(fragment => fragment.Key)]))
            .ToList();
        watched.Drawing.Apply(orders, html, snapshot.OldestChangeAt);
        return true;
    }

    private bool DropUnwatched(TimeSpan after)
    {
        var idle = _topics.Values.Where(watched => watched.Watchers == 0 && time.GetElapsedTime(watched.WantedAt) >= after).ToList();
        foreach (var watched in idle)
        {
            _topics.Remove(watched.Topic);
        }

        return idle.Count > 0;
    }
}
