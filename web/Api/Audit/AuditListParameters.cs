using System.ComponentModel;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.History;
using CallCenter.Web.Api.Problems;
using CallCenter.Web.Audit;

namespace CallCenter.Web.Api.Audit;

/// <summary>The query string of the audit log, as it was typed: everything wrong in it is reported at once.</summary>
public sealed record AuditListParameters(
    [property: Description("Entries at or after this time, ISO 8601 with Z or an offset, e.g. 2026-03-01T00:00:00Z.")]
    string? From,
    [property: Description("Entries before this time, ISO 8601 with Z or an offset.")]
    string? To,
    [property: Description("Who acted, or as whom a stranger tried to: a sign-in name, or the name of an API key.")]
    string? Person,
    [property: Description("What was done, e.g. passwordSet or callsExported; a wrong word is answered with all of them.")]
    string? Kind,
    [property: Description("desc (default) or asc.")]
    string? Order,
    [property: Description("Rows a page, 1 to 500, 50 if not given.")]
    string? Size,
    [property: Description("What the page before gave as next; order has to be the same as there.")]
    string? Cursor)
{
    /// <summary>The query, or every error in it.</summary>
    public (AuditQuery Query, IReadOnlyList<ProblemError> Errors) Read()
    {
        var errors = new List<ProblemError>();
        var query = new AuditQuery(
            QueryValues.Time("from", From, errors), QueryValues.Time("to", To, errors), QueryValues.Key(Person),
            QueryValues.Word<AuditKind>("kind", Kind, errors), QueryValues.IsDescending(Order, errors), After(errors),
            QueryValues.PageSize(Size, errors));
        QueryValues.CheckPeriod(query.From, query.To, errors);
        return (query, errors);
    }

    private AuditCursor? After(List<ProblemError> errors)
    {
        if (QueryValues.Key(Cursor) is not { } typed) return null;
        if (AuditCursors.TryRead(typed, out var cursor)) return cursor;
        errors.Add(new ProblemError("cursor", "Is no place of this list.", "What the page before gave as next; or no cursor."));
        return null;
    }
}
