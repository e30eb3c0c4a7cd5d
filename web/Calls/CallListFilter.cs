using System.Globalization;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.History;
using CallCenter.Web.Api;
using CallCenter.Web.Shell;
using CallCenter.Web.SignIn;
using Microsoft.AspNetCore.Http.Extensions;
using NodaTime;

namespace CallCenter.Web.Calls;

/// <summary>
/// What the journal shows, as the address holds it. What cannot be read in an address is left out, so that an old bookmark still opens.
/// </summary>
/// <param name="After">Show the page behind this place.</param>
/// <param name="Before">Show the page in front of this place.</param>
/// <param name="Call">The call whose card stands at the side.</param>
public sealed record CallListFilter(
    DayPeriod Period, string? Department, string? Employee, CallDirection? Direction, CallOutcome? Outcome, string? Number,
    CallSort Sort, bool Descending, CallCursor? After, CallCursor? Before, CallId? Call)
{
    public const string Path = "/journal";
    public const int PageSize = 50;
    public const string RecordedWord = "true";
    private const PeriodPreset Usual = PeriodPreset.Today;
    private const int LongestText = 100;
    private const int LongestPlace = 300;

    /// <summary>Only calls with a recording that whoever asks may hear.</summary>
    public bool OnlyRecorded { get; init; }

    /// <summary>The call whose recording stands open in the player.</summary>
    public CallId? Played { get; init; }

    /// <summary>Which of its conversations; null: the last that was recorded.</summary>
    public int? Conversation { get; init; }

    public static CallListFilter FromQuery(IQueryCollection query)
    {
        var sort = EnumWords.TryParse<CallSort>(One(query, "sort"), out var column) ? column : CallSort.Arrived;
        var descending = !string.Equals(One(query, "order"), "asc", StringComparison.OrdinalIgnoreCase);
        var number = One(query, "number");
        return new CallListFilter(
            DayPeriod.FromQuery(query, Usual), One(query, "department"), One(query, "employee"),
            EnumWords.TryParse<CallDirection>(One(query, "direction"), out var direction) ? direction : null,
            EnumWords.TryParse<CallOutcome>(One(query, "outcome"), out var outcome) ? outcome : null,
            number is not null && CallLookup.DigitsOf(number) is not null ? number : null,
            sort, descending, Cursor(One(query, "after"), sort, descending), Cursor(One(query, "before"), sort, descending),
            CallOf(query, "call"))
        {
            OnlyRecorded = One(query, "recorded") == RecordedWord,
            Played = CallOf(query, "play"),
            Conversation = CallOf(query, "play") is not null
                && int.TryParse(One(query, "conversation"), NumberStyles.None, CultureInfo.InvariantCulture, out var conversation)
                    ? conversation : null,
        };
    }

    /// <summary>Whether anything but the period narrows the list.</summary>
    public bool Narrows =>
        Department is not null || Employee is not null || Direction is not null || Outcome is not null || Number is not null
        || OnlyRecorded;

    /// <summary>The question to the history. A page in front of a place is the reversed list behind that place.</summary>
    public CallQuery ToQuery(Viewer viewer, DateTimeOffset now, DateTimeZone zone)
    {
        var (from, to) = Period.Range(now, zone);
        var sees = viewer.May(Rights.Watch);
        return viewer.Narrow(new CallQuery(
            from, to,
            sees && Department is { } department ? new DepartmentId(department) : null,
            sees && Employee is { } employee ? new EmployeeId(employee) : null,
            Direction, Outcome, Number is { } number ? CallLookup.DigitsOf(number) : null, null, Sort,
            Before is null ? Descending : !Descending, Before ?? After, PageSize, OnlyRecorded: OnlyRecorded));
    }

    /// <summary>The first page of another order; the same column again turns the direction.</summary>
    public CallListFilter SortedBy(CallSort column) => FirstPage() with
    {
        Sort = column,
        Descending = column == Sort ? !Descending : column != CallSort.ClientNumber,
    };

    public CallListFilter FirstPage() => this with { After = null, Before = null };

    public CallListFilter WithoutFilters() => new(Period, null, null, null, null, null, Sort, Descending, null, null, Call)
    {
        Played = Played,
        Conversation = Conversation,
    };

    /// <summary>With the player open on a call, or closed.</summary>
    public CallListFilter Playing(CallId? call, int? conversation = null) => this with { Played = call, Conversation = conversation };

    public string ToAddress() => Path + ToQueryString();

    /// <summary>The one spelling of this state, without what is usual.</summary>
    public string ToQueryString()
    {
        var query = new QueryBuilder();
        Period.AddTo(query, Usual);
        query.AddGiven("department", Department);
        query.AddGiven("employee", Employee);
        query.AddGiven("direction", Direction is { } direction ? EnumWords.Of(direction) : null);
        query.AddGiven("outcome", Outcome is { } outcome ? EnumWords.Of(outcome) : null);
        query.AddGiven("number", Number);
        query.AddGiven("recorded", OnlyRecorded ? RecordedWord : null);
        query.AddGiven("sort", Sort == CallSort.Arrived ? null : EnumWords.Of(Sort));
        query.AddGiven("order", Descending ? null : "asc");
        query.AddGiven("after", After is { } after ? CallCursors.Write(after, Sort, Descending) : null);
        query.AddGiven("before", Before is { } before ? CallCursors.Write(before, Sort, Descending) : null);
        query.AddGiven("call", Call?.ToString());
        query.AddGiven("play", Played?.ToString());
        query.AddGiven("conversation", Conversation?.ToString(CultureInfo.InvariantCulture));
        return query.ToString();
    }

    private static CallId? CallOf(IQueryCollection query, string name) =>
        long.TryParse(One(query, name), NumberStyles.None, CultureInfo.InvariantCulture, out var call) ? new CallId(call) : null;

    private static CallCursor? Cursor(string? text, CallSort sort, bool descending) =>
        text is not null && CallCursors.TryRead(text, sort, descending, out var cursor) ? cursor : null;

    private static string? One(IQueryCollection query, string name) => query.ValueOf(name) is { } text
        ? text[..Math.Min(text.Length, name is "after" or "before" ? LongestPlace : LongestText)]
        : null;
}
