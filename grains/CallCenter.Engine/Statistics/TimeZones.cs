using System.Collections.Frozen;
using NodaTime;
using NodaTime.TimeZones;

namespace CallCenter.Engine.Statistics;

/// <summary>
/// Time zones by the tzdb that NodaTime brings with it. The machine's own decides nothing: a replay, another silo and a container without
/// tzdata have to agree on when a day begins.
/// </summary>
public static class TimeZones
{
    // Documents may write a name in whatever case.
    private static readonly FrozenDictionary<string, string> Known =
        DateTimeZoneProviders.Tzdb.Ids.ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    private static readonly ZoneLocalMappingResolver FirstMoment =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>All IANA names, links such as Europe/Kiev included.</summary>
    public static IReadOnlyList<string> Names => DateTimeZoneProviders.Tzdb.Ids;

    public static bool IsKnown(string name) => Known.ContainsKey(name);

    /// <summary>UTC for a name that is none: a document older than this table must not stop the project.</summary>
    public static DateTimeZone Of(string name) =>
        Known.TryGetValue(name, out var known) ? DateTimeZoneProviders.Tzdb[known] : DateTimeZone.Utc;

    /// <summary>
    /// The first moment of a day. Where the clocks are put forward at midnight it is later than 0:00, where midnight comes twice it is the
    /// first, and a day that a zone leaves out (Samoa's 30 December 2011) begins with the next one.
    /// </summary>
    public static Instant StartOf(LocalDate day, DateTimeZone zone) => zone.ResolveLocal(day.AtMidnight(), FirstMoment).ToInstant();
}
