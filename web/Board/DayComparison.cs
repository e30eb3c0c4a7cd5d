using System.Collections.Concurrent;
using CallCenter.Abstractions;
using CallCenter.Abstractions.History;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.Languages;
using NodaTime;

namespace CallCenter.Web.Board;

/// <summary>The same hours of an earlier day: from its midnight to the time of day that it is now.</summary>
/// <param name="Yesterday">Null while it is not known.</param>
/// <param name="LastWeek">The same day of the week.</param>
public sealed record EarlierDays(CallTotals? Yesterday, CallTotals? LastWeek)
{
    public static readonly EarlierDays Unknown = new(null, null);
}

/// <summary>What a project's day may be compared with; days are those of the zone.</summary>
public delegate EarlierDays EarlierDaysOf(ProjectId project, DateTimeZone zone);

/// <summary>
/// What the board's day is compared with. The history is asked beside the board, once a minute and project while somebody looks; until it
/// answers, and while it is away, nothing is compared. Thread-safe.
/// </summary>
public sealed class DayComparison(IHistoryReader history, TimeProvider time)
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<ProjectId, Known> _known = [];

    /// <summary>See <see cref="EarlierDaysOf"/>. What is known now; asks for newer figures where these are old.</summary>
    public EarlierDays Of(ProjectId project, DateTimeZone zone)
    {
        var known = _known.GetOrAdd(project, static _ => new Known());
        if (known.Begin(time.GetTimestamp(), time)) _ = Ask(project, zone, known);
        return known.Days;
    }

    private async Task Ask(ProjectId project, DateTimeZone zone, Known known)
    {
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            known.Days = new EarlierDays(await Before(project, zone, 1, limit.Token), await Before(project, zone, 7, limit.Token));
        }
        catch (Exception failure) when (failure is HistoryUnavailableException or OperationCanceledException)
        {
            known.Days = EarlierDays.Unknown;
        }
    }

    private async Task<CallTotals> Before(ProjectId project, DateTimeZone zone, int days, CancellationToken cancellation)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(zone).LocalDateTime;
        var then = zone.AtLeniently(now.PlusDays(-days)).ToInstant().ToUnixTimeMilliseconds();
        return await history.Totals(project, ProjectTime.StartOf(now.Date.PlusDays(-days), zone), then, cancellation);
    }

    private sealed class Known
    {
        private readonly Lock _asking = new();
        private long? _askedAt;

        public EarlierDays Days { get; set; } = EarlierDays.Unknown;

        /// <summary>Whether the time has come to ask; says so once.</summary>
        public bool Begin(long now, TimeProvider time)
        {
            lock (_asking)
            {
                if (_askedAt is { } before && time.GetElapsedTime(before, now) < AskEvery) return false;
                _askedAt = now;
                return true;
            }
        }
    }
}
