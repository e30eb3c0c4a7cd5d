using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.History;
using CallCenter.Web.Api;
using CallCenter.Web.Calls;
using CallCenter.Web.Shell;
using Microsoft.AspNetCore.Http.Extensions;

namespace CallCenter.Web.Audit;

/// <summary>
/// What the page of the audit log shows, as the address holds it. What cannot be read in an address is left out, so that an old bookmark
/// still opens.
/// </summary>
/// <param name="After">Show the page behind this place.</param>
/// <param name="Before">Show the page in front of this place.</param>
public sealed record AuditFilter(DayPeriod Period, string? Person, AuditKind? Kind, AuditCursor? After, AuditCursor? Before)
{
    public const string Path = "/settings/audit";
    public const int PageSize = 50;
    private const PeriodPreset Usual = PeriodPreset.Week;
    private const int LongestText = 200;

    public static AuditFilter FromQuery(IQueryCollection query) => new(
        DayPeriod.FromQuery(query, Usual), One(query, "person"),
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
        Period.AddTo(query, Usual);
        query.AddGiven("person", Person);
        query.AddGiven("kind", Kind is { } kind ? EnumWords.Of(kind) : null);
        query.AddGiven("after", After is { } after ? AuditCursors.Write(after) : null);
        query.AddGiven("before", Before is { } before ? AuditCursors.Write(before) : null);
        return Path + query.ToString();
    }

    private static string? One(IQueryCollection query, string name) =>
        query.ValueOf(name) is { Length: <= LongestText } text ? text : null;
}
