using NodaTime;

namespace CallCenter.Engine.Statistics;

/// <summary>One day of a time zone as Unix milliseconds UTC; 23 or 25 hours long where the clocks change.</summary>
/// <param name="Start">Inclusive.</param>
/// <param name="End">Exclusive.</param>
public readonly record struct LocalDay(long Start, long End)
{
    public bool Contains(long at) => at >= Start && at < End;

    /// <summary>The day that a time belongs to. Costly beside a comparison: callers keep the day and ask again when it is over.</summary>
    public static LocalDay Containing(long at, DateTimeZone zone)
    {
        var date = Instant.FromUnixTimeMilliseconds(at).InZone(zone).Date;
        return new LocalDay(Start(date), Start(date.PlusDays(1)));

        long Start(LocalDate day) => TimeZones.StartOf(day, zone).ToUnixTimeMilliseconds();
    }
}
