using System.Globalization;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.History;
using CallCenter.Web.Api;
using CallCenter.Web.Journal;
using Microsoft.AspNetCore.Http.Extensions;

namespace CallCenter.Web.Audit;

/// <summary>
/// What the page of the audit log shows, as the address holds it. What cannot be read in an address is left out, so that an old bookmark
/// still opens.
/// </summary>
/// <param name="After">Show the page behind this place.</param>
/// <param name="Before">Show the page in front of this place.</param>
public sealed record AuditFilter(JournalPeriod Period, string? Person, AuditKind? Kind, AuditCursor? After, AuditCursor? Before)
{
    public const string Path = "/settings/audit";
    public const int PageSize = 50;
    private const PeriodPreset Usual = PeriodPreset.Week;
    private const int LongestText = 200;

    public static AuditFilter FromQuery(IQueryCollection query) => new(
        ReadPeriod(query), One(query, "person"),
        EnumWords.TryParse<AuditKind>(One(query, "kind"), out var kind) ? kind : null,
        AuditCursors.TryRead(One(query, "after"), out var after) ? after : null,
        AuditCursors.TryRead(One(query, "before"), out var before) ? before : null);

    /// <summary>Whether anything but the period narrows the list.</summary>
    public bool Narrows => Person is not null || Kind is not null;

    /// <summary>The question to the history. A page in front of a place is the reversed list behind that place.</summary>
    public AuditQuery ToQuery(DateTimeOffset now, TimeZoneInfo zone)
    {
        var (from, to) = Period.Range(now, zone);
        return new AuditQuery(from, to, Person, Kind, Descending: Before is null, Before ?? After, PageSize);
    }

    public AuditFilter FirstPage() => this with { After = null, Before = null };

    public AuditFilter WithoutFilters() => new(Period, null, null, null, null);

    /// <summary>The one spelling of this state, without what is usual.</summary>
    public string ToAddress()
    {
        var query = new QueryBuilder();
        Add(query, "period", Period.Preset == Usual ? null : EnumWords.Of(Period.Preset));
        Add(query, "from", JournalFilter.Day(Period.FirstDay));
        Add(query, "to", JournalFilter.Day(Period.LastDay));
        Add(query, "person", Person);
        Add(query, "kind", Kind is { } kind ? EnumWords.Of(kind) : null);
        Add(query, "after", After is { } after ? AuditCursors.Write(after) : null);
        Add(query, "before", Before is { } before ? AuditCursors.Write(before) : null);
        return Path + query.ToString();
    }

    private static JournalPeriod ReadPeriod(IQueryCollection query)
    {
        if (!EnumWords.TryParse<PeriodPreset>(One(query, "period"), out var preset)) return new JournalPeriod(Usual);
        return preset == PeriodPreset.Custom
            ? new JournalPeriod(preset, ReadDay(One(query, "from")), ReadDay(One(query, "to")))
            : new JournalPeriod(preset);
    }

    private static DateOnly? ReadDay(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? One(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var values) && values.ToString().Trim() is { Length: > 0 and <= LongestText } text ? text : null;

    private static void Add(QueryBuilder query, string name, string? value)
    {
        if (value is not null) query.Add(name, value);
    }
}
