using System.ComponentModel;
using System.Globalization;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.History;
using CallCenter.Web.Api.Access;
using CallCenter.Web.Api.Problems;
using CallCenter.Web.Journal;
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
    [property: Description("answered, abandoned, noAnswer, busy, closed, refused, failed or interrupted.")]
    string? Outcome,
    [property: Description("Digits anywhere in the client's number or the number dialled.")]
    string? Number,
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
    public const int LargestPage = 500;

    /// <summary>The query, or every error in it.</summary>
    public (CallQuery Query, IReadOnlyList<ProblemError> Errors) Read(Viewer caller)
    {
        var errors = new List<ProblemError>();
        var sort = Word("sort", Sort, CallSort.Arrived, errors);
        var descending = IsDescending(errors);
        var query = new CallQuery(
            Time("from", From, errors), Time("to", To, errors),
            Key(Department) is { } department ? new DepartmentId(department) : null,
            Key(Employee) is { } employee ? new EmployeeId(employee) : null,
            Word<CallDirection>("direction", Direction, errors), Word<CallOutcome>("outcome", Outcome, errors),
            Digits(errors), caller.OnlyOwnedBy(), sort, descending, After(sort, descending, errors), PageSize(errors));
        if (query is { From: { } from, To: { } to } && from >= to)
            errors.Add(new ProblemError("to", "Is not after from.", "A time after from."));
        if (Key(Format) is { } format && !IsFormat(format))
            errors.Add(new ProblemError("format", $"\"{format}\" is unknown.", "json or csv."));
        return (query, errors);
    }

    public bool WantsCsv(HttpRequest request) => Key(Format) is { } format
        ? format.Equals("csv", StringComparison.OrdinalIgnoreCase)
        : request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase));

    public bool WantsByteOrderMark => string.Equals(Bom, "true", StringComparison.OrdinalIgnoreCase);

    private static bool IsFormat(string format) =>
        format.Equals("csv", StringComparison.OrdinalIgnoreCase) || format.Equals("json", StringComparison.OrdinalIgnoreCase);

    private static string? Key(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static long? Time(string name, string? text, List<ProblemError> errors)
    {
        if (Key(text) is not { } typed) return null;
        // A plus sign that was not escaped in the address arrives as a space.
        typed = typed.Replace(' ', '+');
        if (HasOffset(typed) && DateTimeOffset.TryParse(typed, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time.ToUnixTimeMilliseconds();
        errors.Add(new ProblemError(name, $"\"{typed}\" is no time with an offset.",
            "ISO 8601 with Z or an offset, e.g. 2026-03-01T00:00:00Z."));
        return null;
    }

    private static bool HasOffset(string typed)
    {
        var clock = typed.IndexOf('T', StringComparison.OrdinalIgnoreCase);
        return clock > 0 && (typed.EndsWith('Z') || typed.AsSpan(clock).ContainsAny('+', '-'));
    }

    private static T Word<T>(string name, string? text, T otherwise, List<ProblemError> errors) where T : struct, Enum =>
        Word<T>(name, text, errors) ?? otherwise;

    private static T? Word<T>(string name, string? text, List<ProblemError> errors) where T : struct, Enum
    {
        if (Key(text) is not { } typed) return null;
        if (EnumWords.TryParse<T>(typed, out var value)) return value;
        errors.Add(new ProblemError(name, $"\"{typed}\" is unknown.", $"One of: {EnumWords.All<T>()}."));
        return null;
    }

    private bool IsDescending(List<ProblemError> errors)
    {
        var order = Key(Order)?.ToLowerInvariant() ?? "desc";
        if (order is not ("asc" or "desc")) errors.Add(new ProblemError("order", $"\"{Order}\" is unknown.", "asc or desc."));
        return order != "asc";
    }

    private string? Digits(List<ProblemError> errors)
    {
        if (Key(Number) is not { } typed) return null;
        var digits = CallFilters.DigitsOf(typed);
        if (digits is null) errors.Add(new ProblemError("number", $"\"{typed}\" has no digits.", "Some digits of a number, e.g. 4567."));
        return digits;
    }

    private int PageSize(List<ProblemError> errors)
    {
        if (Key(Size) is not { } typed) return 50;
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && size is >= 1 and <= LargestPage)
        {
            return size;
        }

        errors.Add(new ProblemError("size", $"\"{typed}\" is not allowed.", $"A whole number from 1 to {LargestPage}."));
        return 50;
    }

    private CallCursor? After(CallSort sort, bool descending, List<ProblemError> errors)
    {
        if (Key(Cursor) is not { } typed) return null;
        if (CallCursors.TryRead(typed, sort, descending, out var cursor)) return cursor;
        errors.Add(new ProblemError(
            "cursor", "Does not belong to this order.", "What the page before gave as next, with the same sort and order; or no cursor."));
        return null;
    }
}
