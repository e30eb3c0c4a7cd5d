namespace CallCenter.Engine.Statistics;

/// <summary>One day of a time zone as Unix milliseconds UTC; 23 or 25 hours long where the clocks change.</summary>
/// <param name="Start">Inclusive.</param>
/// <param name="End">Exclusive.</param>
public readonly record struct LocalDay(long Start, long End)
{
    public bool Contains(long at) => at >= Start && at < End;

    /// <summary>The day that a time belongs to. Costly beside a comparison: callers keep the day and ask again when it is over.</summary>
    public static LocalDay Containing(long at, TimeZoneInfo zone)
    {
        var date = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(at), zone).Date;
        return new LocalDay(Midnight(date, zone), Midnight(date.AddDays(1), zone));
    }

    private static long Midnight(DateTime date, TimeZoneInfo zone)
    {
        // Some zones change their clocks at midnight: the day then begins at the first time that exists, or at the first of two.
        var local = date;
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUnixTimeMilliseconds();
    }
}
