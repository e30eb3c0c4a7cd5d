using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Calls;
using CallCenter.Engine.Snapshots;
using CallCenter.Engine.Statistics;
using NodaTime;

namespace CallCenter.Engine.Routing;

/// <summary>
/// The calls of employees to the outside, counted against toll fraud: those of the day by employee and by limited prefix, those live by
/// limited prefix. A call counts once it is dialled; it belongs to the longest limited prefix of its number. The day's counts begin
/// anew at local midnight; they are bounded by the document, which names the employees and prefixes. A prefix that is published in the
/// middle of a day counts from then on.
/// </summary>
internal sealed class OutgoingCounts
{
    private readonly Dictionary<EmployeeId, int> _employees = [];
    private readonly Dictionary<string, int> _prefixes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _live = new(StringComparer.Ordinal);
    private readonly Dictionary<EmployeeId, int> _redirected = [];
    private IReadOnlyList<DestinationLimit> _limits = [];
    private DateTimeZone _zone = DateTimeZone.Utc;
    private LocalDay _day;

    /// <summary>The limit that a number falls under; null where none does.</summary>
    public DestinationLimit? LimitOf(string number)
    {
        DestinationLimit? longest = null;
        foreach (var limit in _limits)
        {
            if (number.StartsWith(limit.Prefix, StringComparison.Ordinal) && !(longest?.Prefix.Length >= limit.Prefix.Length))
                longest = limit;
        }
        return longest;
    }

    /// <summary>Calls that the employee has dialled today.</summary>
    public int Today(EmployeeId employee, long now) => _day.Contains(now) ? _employees.GetValueOrDefault(employee) : 0;

    /// <summary>Calls dialled today under this limit, by anyone.</summary>
    public int Today(DestinationLimit limit, long now) => _day.Contains(now) ? _prefixes.GetValueOrDefault(limit.Prefix) : 0;

    /// <summary>Live calls under this limit.</summary>
    public int Live(DestinationLimit limit) => _live.GetValueOrDefault(limit.Prefix);

    /// <summary>Whether it is a call that limits hold for: short numbers, which are no E.164 numbers, have none.</summary>
    public static bool IsLimited(Call call) => call.Direction == CallDirection.Outgoing && call.Arrived.ClientNumber.StartsWith('+');

    /// <summary>Live calls that phones of the employee sent outside.</summary>
    public int LiveRedirected(EmployeeId employee) => _redirected.GetValueOrDefault(employee);

    /// <summary>
    /// A leg was started: the first one of an outgoing call is a call dialled, and so is one to where an employee's phone sent the call.
    /// </summary>
    public void Dialled(Call call, LegStarted started, long at)
    {
        if (started is { RedirectedBy: { } by, Kind: LegKind.External, InsteadOf: 0 })
        {
            Count(by, started.Target, at);
            Add(_redirected, by, 1);
        }
        else if (IsLimited(call) && call.Legs.Count == 1) Count(call.Arrived.CallerEmployee, call.Arrived.ClientNumber, at);
    }

    public void Ended(Call call) => CountLive(call, -1);

    /// <summary>Takes over a document; the live calls are counted anew by its prefixes, the day goes on.</summary>
    public void Configure(ProjectConfiguration document, IEnumerable<Call> live, long at)
    {
        _limits = document.Limits.Destinations ?? [];
        var zone = TimeZones.Of(document.TimeZone);
        if (_day.Contains(at) && zone.Id != _zone.Id) _day = LocalDay.Containing(at, zone);
        _zone = zone;
        var employees = document.Employees.Select(employee => new EmployeeId(employee.Id)).ToHashSet();
        foreach (var gone in _employees.Keys.Where(id => !employees.Contains(id)).ToArray()) _employees.Remove(gone);
        foreach (var gone in _prefixes.Keys.Where(prefix => _limits.All(limit => limit.Prefix != prefix)).ToArray()) _prefixes.Remove(gone);
        _live.Clear();
        _redirected.Clear();
        foreach (var call in live) Restore(call);
    }

    public void Restore(Call call) => CountLive(call, 1);

    public OutgoingSnapshot? ToSnapshot() => _employees.Count + _prefixes.Count == 0 ? null : new OutgoingSnapshot(
        _day.Start, _day.End,
        InOrder(_employees.Select(pair => new CountSnapshot(pair.Key.Value, pair.Value))),
        InOrder(_prefixes.Select(pair => new CountSnapshot(pair.Key, pair.Value))));

    public void Restore(OutgoingSnapshot? snapshot)
    {
        if (snapshot is null) return;
        _day = new LocalDay(snapshot.DayStart, snapshot.DayEnd);
        foreach (var (key, count) in snapshot.Employees ?? []) _employees[new EmployeeId(key)] = count;
        foreach (var (key, count) in snapshot.Prefixes ?? []) _prefixes[key] = count;
    }

    private static bool IsDialled(Call call) => call.Direction == CallDirection.Outgoing && call.Legs.Count > 0;

    private void Count(EmployeeId? employee, string number, long at)
    {
        BeginDay(at);
        if (employee is { } known) Add(_employees, known, 1);
        if (LimitOf(number) is not { } limit) return;
        Add(_prefixes, limit.Prefix, 1);
        Add(_live, limit.Prefix, 1);
    }

    private void CountLive(Call call, int step)
    {
        if (IsDialled(call) && LimitOf(call.Arrived.ClientNumber) is { } limit) Add(_live, limit.Prefix, step);
        foreach (var redirect in call.Redirects ?? [])
        {
            if (!redirect.Outside) continue;
            Add(_redirected, redirect.By, step);
            if (LimitOf(redirect.To) is { } also) Add(_live, also.Prefix, step);
        }
    }

    private static CountSnapshot[] InOrder(IEnumerable<CountSnapshot> counts) =>
        [.. counts.OrderBy(count => count.Key, StringComparer.Ordinal)];

    private void BeginDay(long at)
    {
        if (_day.Contains(at)) return;
        _day = LocalDay.Containing(at, _zone);
        _employees.Clear();
        _prefixes.Clear();
    }

    private static void Add<TKey>(Dictionary<TKey, int> counts, TKey key, int step)
        where TKey : notnull
    {
        int count = counts.GetValueOrDefault(key) + step;
        if (count > 0) counts[key] = count;
        else counts.Remove(key);
    }
}
