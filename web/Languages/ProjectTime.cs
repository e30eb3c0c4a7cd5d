using System.Collections.Frozen;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace CallCenter.Web.Languages;

/// <summary>
/// The project's days and local times, by the tzdb that NodaTime brings with it as the engine's are: the page and the figures that it shows
/// have to agree, whatever tzdata the machine has.
/// </summary>
public static class ProjectTime
{
    private static readonly FrozenDictionary<string, string> Known =
        DateTimeZoneProviders.Tzdb.Ids.ToFrozenDictionary(id => id, StringComparer.OrdinalIgnoreCase);

    private static readonly ZoneLocalMappingResolver FirstMoment =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private static readonly OffsetDateTimePattern WithOffset =
        OffsetDateTimePattern.Create("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fffo<+HH:mm>", CultureInfo.InvariantCulture, default);

    /// <summary>The zone by its IANA name in whatever case, as a document may hold it; UTC for a name that is none.</summary>
    public static DateTimeZone Zone(string name) =>
        Known.TryGetValue(name, out var known) ? DateTimeZoneProviders.Tzdb[known] : DateTimeZone.Utc;

    public static DateTime Local(long unixMs, DateTimeZone zone) => Moment(unixMs, zone).ToDateTimeUnspecified();

    /// <summary>
    /// ISO 8601 with the offset, <c>2026-03-01T09:30:00.123+02:00</c>: in a file an hour that comes twice has to be told apart.
    /// </summary>
    public static string Iso(long unixMs, DateTimeZone zone) => WithOffset.Format(Moment(unixMs, zone).ToOffsetDateTime());

    public static LocalDate Today(DateTimeOffset now, DateTimeZone zone) => Moment(now.ToUnixTimeMilliseconds(), zone).Date;

    /// <summary>
    /// The first moment of a day, Unix milliseconds UTC. Where the clocks are put forward at midnight it is later than 0:00, and where
    /// midnight comes twice it is the first.
    /// </summary>
    public static long StartOf(LocalDate day, DateTimeZone zone) =>
        zone.ResolveLocal(day.AtMidnight(), FirstMoment).ToInstant().ToUnixTimeMilliseconds();

    private static ZonedDateTime Moment(long unixMs, DateTimeZone zone) => Instant.FromUnixTimeMilliseconds(unixMs).InZone(zone);
}
