using System.Globalization;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Abstractions.History;

/// <summary>What to look up in the call journal. Null filters fit all.</summary>
/// <param name="From">Unix milliseconds UTC, inclusive, of the arrival.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Employee">Fits calls with any leg of the employee that was answered, or that he made.</param>
/// <param name="OnlyOwnedBy">Set from the sign-in of an employee: he sees his own calls only, whatever else is asked.</param>
/// <param name="OnlyOf">Set from the sign-in of somebody who sees some departments: calls of these only; null or none: all.</param>
/// <param name="OrOwnedBy">And his own with them, whatever department they are of.</param>
/// <param name="OnlyRecorded">Only calls of which a recording with its sound is there.</param>
/// <param name="HeardBy">Set from the sign-in of somebody who may not listen to others: those in which he talked count.</param>
/// <param name="Number">Digits anywhere in the client's number or the number dialled.</param>
/// <param name="After">Continue after this row (keyset paging over millions of rows); null starts at the first page.</param>
/// <param name="Size">Rows a page, 1–500.</param>
public sealed record CallQuery(
    long? From = null, long? To = null, DepartmentId? Department = null, EmployeeId? Employee = null, CallDirection? Direction = null,
    CallOutcome? Outcome = null, string? Number = null, EmployeeId? OnlyOwnedBy = null, CallSort Sort = CallSort.Arrived,
    bool Descending = true, CallCursor? After = null, int Size = 50,
    IReadOnlyList<DepartmentId>? OnlyOf = null, EmployeeId? OrOwnedBy = null, bool OnlyRecorded = false, EmployeeId? HeardBy = null);

/// <summary>The columns the journal can be sorted by; ties go by call id.</summary>
public enum CallSort : byte { Arrived, Wait, Talk, ClientNumber }

/// <summary>The place of a row in the chosen order.</summary>
/// <param name="Key">The sort column's value as text (milliseconds for times and durations).</param>
public sealed record CallCursor(string Key, CallId Call)
{
    /// <summary>The place of a row in an order.</summary>
    public static CallCursor At(CallRow row, CallSort sort) => new(
        sort switch
        {
            CallSort.Wait => row.WaitMs.ToString(CultureInfo.InvariantCulture),
            CallSort.Talk => row.TalkMs.ToString(CultureInfo.InvariantCulture),
            CallSort.ClientNumber => row.ClientNumber,
            _ => row.ArrivedAt.ToString(CultureInfo.InvariantCulture),
        },
        row.Call);
}

/// <summary>How many client calls arrived in a period, by the definitions of the board's day.</summary>
/// <param name="From">Unix milliseconds UTC, inclusive.</param>
/// <param name="To">Exclusive.</param>
public sealed record CallTotals(long From, long To, int Incoming, int Answered, int Missed, int Outgoing);

/// <summary>The calls of a trunk that arrived in a period and are over.</summary>
/// <param name="Failed">Those that the trunk or what is behind it broke off: failed, or interrupted.</param>
public sealed record TrunkCalls(string Trunk, int Calls, int Failed);

/// <summary>A page of the journal.</summary>
/// <param name="Next">Where the next page begins; null on the last one.</param>
/// <param name="Total">Number of rows that fit, counted up to <see cref="CountedUpTo"/>; more are shown as "10,000+".</param>
public sealed record CallPage(IReadOnlyList<CallRow> Rows, CallCursor? Next, int Total)
{
    public const int CountedUpTo = 10_000;
}

/// <summary>One row of the journal.</summary>
/// <param name="SipCallId">Call-ID of the caller's leg.</param>
public sealed record CallRow(
    CallId Call, CallDirection Direction, CallOutcome Outcome, EndedBy EndedBy, string ClientNumber, string? ClientName, string Dialled,
    string? DialledNumber, string? ShownNumber, DepartmentId? FirstDepartment, DepartmentId? Department, EmployeeId? Employee,
    long ArrivedAt, long? AnsweredAt, long EndedAt, long WaitMs, long TalkMs, long HoldMs, string SipCallId, int? Rating = null);

/// <summary>A call's card: its record and the decisions with their times, in order.</summary>
public sealed record CallCard(CallRecord Record, IReadOnlyList<TimedDecision> Decisions)
{
    /// <summary>How the audio of its legs went, where that came through us; in the order of the legs.</summary>
    public IReadOnlyList<MeasuredLeg> Quality { get; init; } = [];
}

/// <summary>How the audio of a leg went.</summary>
public sealed record MeasuredLeg(int Leg, LegQualityRecord Quality);

/// <summary>A decision and when it was taken (Unix milliseconds UTC).</summary>
public sealed record TimedDecision(long At, Routing.Decision Decision);

/// <summary>A published configuration version.</summary>
public sealed record ConfigurationVersion(int Version, string Author, long At);
