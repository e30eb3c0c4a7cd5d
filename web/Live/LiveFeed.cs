using System.Diagnostics.CodeAnalysis;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Web.Live;

/// <summary>
/// Follows one project's board as long as somebody looks, and keeps what they look at drawn:
/// 1. a snapshot comes (at once after a quiet time, then as often as <see cref="IProjects.FollowBoard"/> gives one: each 40 ms at most);
/// 2. each view's region draws its picture;
/// 3. changed fragments are rendered;
/// 4. the view takes them over and wakes its readers.
/// Beside it, once a second, the feed proves that it is fresh and beats; a feed that stands still does not.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore holds no handle; feeds live as long as the program.")]
public sealed class LiveFeed(
    ProjectId project, IProjects projects, FragmentRenderer renderer, TimeProvider time, ILogger<LiveFeed> log)
{
    /// <summary>
    /// At this bound views that nobody watches go first; if all are watched, a new one is refused and its page says that it is not live.
    /// </summary>
    public const int MostViews = 500;

    private static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan KeepUnwatched = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<LiveSubject, WatchedView> _views = [];
    private BoardSnapshot? _latest;
    private CancellationTokenSource? _following;

    /// <summary>Counts the beats: readers that see it grow know that the feed was fresh at that moment.</summary>
    public long Beats { get; private set; }

    /// <summary>Version of the configuration that the newest snapshot was made with.</summary>
    public int ConfigurationVersion => _latest?.ConfigurationVersion ?? 0;

    /// <summary>The view of a subject, drawn; null when the subject does not exist or no view is free.</summary>
    public async ValueTask<WatchedView?> Open(ILiveRegion region, LiveSubject subject, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            if (!_views.TryGetValue(subject, out var view))
            {
                if (_views.Count >= MostViews && !DropUnwatched(TimeSpan.Zero))
                {
                    return null;
                }

                view = new WatchedView(region, subject);
                _latest = _following is null || _latest is null ? await projects.Board(project, cancellation) : _latest;
                if (!await Draw(view, _latest, cancellation))
                {
                    return null;
                }

                _views.Add(subject, view);
            }

            view.WantedAt = time.GetTimestamp();
            Follow();
            return view;
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
                await foreach (var snapshot in projects.FollowBoard(project, cancellation))
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
                LiveLog.FeedBroke(log, exception, project);
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
                LiveLog.BeatFailed(log, exception, project);
            }
        }
    }

    /// <returns>False when nobody looks any more and following ended.</returns>
    private async Task<bool> BeatOnce(CancellationToken cancellation)
    {
        var before = _latest?.Sequence;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(BeatEvery);
        var board = await projects.Board(project, limit.Token);
        var stands = board.Sequence > _latest?.Sequence && before == _latest?.Sequence && _stoodAt == before;
        _stoodAt = board.Sequence > _latest?.Sequence ? before : null;

        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await DrawAll(_latest ?? board, view => view.Picture?.RefreshAt <= now, cancellation);
        await _gate.WaitAsync(cancellation);
        try
        {
            DropUnwatched(KeepUnwatched);
            if (_views.Count == 0)
            {
                _following = null;
                return false;
            }

            if (!stands)
            {
                Beats++;
                foreach (var view in _views.Values)
                {
                    view.View.Wake();
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

    private async Task DrawAll(BoardSnapshot snapshot, Func<WatchedView, bool> which, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            var all = snapshot != _latest;
            _latest = snapshot;
            foreach (var view in _views.Values.Where(which))
            {
                await Draw(view, snapshot, cancellation);
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

    private async ValueTask<bool> Draw(WatchedView view, BoardSnapshot snapshot, CancellationToken cancellation)
    {
        var picture = await view.Region.Draw(view.Subject, snapshot, view.Picture, cancellation);
        if (picture is null)
        {
            return false;
        }

        view.Picture = picture;
        var html = await renderer.Render(
            view.Subject.Region, new FragmentContext(view.Subject.Language, view.Subject.Access, picture.Zone), picture);
        var orders = picture.Sections
            .Select(section => new SectionOrder(section.Name, [.. section.Fragments.Select(fragment => fragment.Key)]))
            .ToList();
        view.View.Apply(orders, html, snapshot.OldestChangeAt);
        return true;
    }

    private bool DropUnwatched(TimeSpan after)
    {
        var idle = _views.Values.Where(view => view.Watchers == 0 && time.GetElapsedTime(view.WantedAt) >= after).ToList();
        foreach (var view in idle)
        {
            _views.Remove(view.Subject);
        }

        return idle.Count > 0;
    }
}
