using System.ComponentModel;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.History;
using CallCenter.Web.Api.Problems;
using CallCenter.Web.Calls;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Api.Calls;

/// <summary>The query string of the call list, as it was typed: everything wrong in it is reported at once.</summary>
public sealed record CallListParameters(
    [property: Description("Calls that arrived at or after this time, ISO 8601 with Z or an offset, e.g. 2026-03-01T00:00:00Z.")]
    string? From,
    [property: Description("Calls that arrived before this time, ISO 8601 with Z or an offset.")]
    string? To,
    [property: Description("Key of a department.")]
    string? Department,
    [property: Description("Key of an employee: calls he talked on or made.")]
    string? Employee,
    [property: Description("incoming, outgoing or internal.")]
    string? Direction,
    [property: Description(
        "answered, abandoned, noAnswer, busy, closed, refused, failed, interrupted, unreachable, offerRefused or voicemail.")]
    string? Outcome,
    [property: Description("Digits anywhere in the client's number or the number dialled, or a whole number with +, with 00 or national.")]
    string? Number,
    [property: Description("true: only calls of which a recording with its sound is there, for an employee: one in which he talked.")]
    string? Recorded,
    [property: Description("arrived (default), wait, talk or clientNumber.")]
    string? Sort,
    [property: Description("desc (default) or asc.")]
    string? Order,
    [property: Description("Rows a page, 1 to 500, 50 if not given.")]
    string? Size,
    [property: Description("What the page before gave as next; sort and order have to be the same as there.")]
    string? Cursor,
    [property: Description("json (default) or csv; the header Accept: text/csv does the same. CSV holds all pages from the cursor on.")]
    string? Format,
    [property: Description("true puts a byte order mark before the CSV, which Excel needs to read Cyrillic.")]
    string? Bom)
{
    public const int LargestPage = QueryValues.LargestPage;

    /// <summary>The query, or every error in it.</summary>
    public (CallQuery Query, IReadOnlyList<ProblemError> Errors) Read(Viewer caller)
    {
        var errors = new List<ProblemError>();
        var sort = QueryValues.Word("sort", Sort, CallSort.Arrived, errors);
        var descending = QueryValues.IsDescending(Order, errors);
        var query = new CallQuery(
            QueryValues.Time("from", From, errors), QueryValues.Time("to", To, errors),
            QueryValues.Key(Department) is { } department ? new DepartmentId(department) : null,
            QueryValues.Key(Employee) is { } employee ? new EmployeeId(employee) : null,
            QueryValues.Word<CallDirection>("direction", Direction, errors), QueryValues.Word<CallOutcome>("outcome", Outcome, errors),
            Digits(errors), null, sort, descending, After(sort, descending, errors), QueryValues.PageSize(Size, errors),
            OnlyRecorded: QueryValues.Flag("recorded", Recorded, errors));
        QueryValues.CheckPeriod(query.From, query.To, errors);
        if (QueryValues.Key(Format) is { } format && !IsFormat(format))
            errors.Add(new ProblemError("format", $"\"{format}\" is unknown.", "json or csv."));
        return (caller.Narrow(query), errors);
    }

    public bool WantsCsv(HttpRequest request) => QueryValues.Key(Format) is { } format
        ? format.Equals("csv", StringComparison.OrdinalIgnoreCase)
        : request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase));

    public bool WantsByteOrderMark => string.Equals(Bom, "true", StringComparison.OrdinalIgnoreCase);

    private static bool IsFormat(string format) =>
        format.Equals("csv", StringComparison.OrdinalIgnoreCase) || format.Equals("json", StringComparison.OrdinalIgnoreCase);

    private string? Digits(List<ProblemError> errors)
    {
        if (QueryValues.Key(Number) is not { } typed) return null;
        var digits = CallLookup.DigitsOf(typed);
        if (digits is null) errors.Add(new ProblemError("number", $"\"{typed}\" has no digits.", "Some digits of a number, e.g. 4567."));
        return digits;
    }

    private CallCursor? After(CallSort sort, bool descending, List<ProblemError> errors)
    {
        if (QueryValues.Key(Cursor) is not { } typed) return null;
        if (CallCursors.TryRead(typed, sort, descending, out var cursor)) return cursor;
        errors.Add(new ProblemError(
            "cursor", "Does not belong to this order.", "What the page before gave as next, with the same sort and order; or no cursor."));
        return null;
    }
}
