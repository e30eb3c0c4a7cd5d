using System.Globalization;
using CallCenter.Web.Api;
using CallCenter.Web.Shell;
using Microsoft.AspNetCore.Http.Extensions;

namespace CallCenter.Web.Calls;

/// <summary>The periods that the journal offers; days are the project's.</summary>
public enum PeriodPreset { Today, Yesterday, Week, Month, Custom }

/// <summary>A chosen period. The two days count only with <see cref="PeriodPreset.Custom"/>; both are inclusive.</summary>
public sealed record DayPeriod(PeriodPreset Preset, DateOnly? FirstDay = null, DateOnly? LastDay = null)
{
    private const int DaysOfWeek = 7;
    private const int DaysOfMonth = 30;
    private const int EarliestYear = 1970;
    private const int LatestYear = 9998;
    private const string DayFormat = "yyyy-MM-dd";

    /// <param name="usual">What counts when the address names none.</param>
    public static DayPeriod FromQuery(IQueryCollection query, PeriodPreset usual)
    {
        if (!EnumWords.TryParse<PeriodPreset>(query.ValueOf("period"), out var preset)) return new DayPeriod(usual);
        return preset == PeriodPreset.Custom
            ? new DayPeriod(preset, ReadDay(query.ValueOf("from")), ReadDay(query.ValueOf("to")))
            : new DayPeriod(preset);
    }

    /// <param name="usual">Is not written.</param>
    public void AddTo(QueryBuilder query, PeriodPreset usual)
    {
        query.AddGiven("period", Preset == usual ? null : EnumWords.Of(Preset));
        query.AddGiven("from", Day(FirstDay));
        query.AddGiven("to", Day(LastDay));
    }

    /// <summary>The day as a date field has it.</summary>
    public static string? Day(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>First inclusive, last exclusive, in Unix milliseconds UTC; null where the period is open.</summary>
    public (long? From, long? To) Range(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var (first, last) = Preset switch
        {
            PeriodPreset.Yesterday => (today.AddDays(-1), today.AddDays(-1)),
            PeriodPreset.Week => (today.AddDays(1 - DaysOfWeek), today),
            PeriodPreset.Month => (today.AddDays(1 - DaysOfMonth), today),
            PeriodPreset.Custom => (FirstDay, LastDay),
            _ => ((DateOnly?)today, (DateOnly?)today),
        };
        return (Midnight(first, zone), Midnight(last is { Year: > LatestYear } ? null : last?.AddDays(1), zone));
    }

    private static DateOnly? ReadDay(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // A day begins at its first moment that exists: where clocks are put forward at midnight, that is later than 0:00.
    private static long? Midnight(DateOnly? day, TimeZoneInfo zone)
    {
        // Before there were such calls, or beyond any calendar: an address that somebody made up.
        if (day is not { Year: >= EarliestYear and <= LatestYear } date) return null;
        var local = date.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        // Where midnight comes twice, the day begins with the first: the larger offset.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUnixTimeMilliseconds();
    }
}
