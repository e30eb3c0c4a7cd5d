using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.History;

namespace CallCenter.Web.Calls;

/// <summary>What the page and the API share about looking calls up.</summary>
public static class CallLookup
{
    private const int MostDigits = 20;

    /// <summary>The digits of what was typed as a number, without spaces, brackets, plus and hyphens; null when there are none.</summary>
    public static string? DigitsOf(string typed)
    {
        var digits = string.Concat(typed.Where(char.IsAsciiDigit).Take(MostDigits));
        return digits.Length == 0 ? null : digits;
    }

    /// <summary>
    /// The query with a whole number as the client look-up reads it: with 00, national, with spaces. What stands in the number as it was
    /// typed, its end for one, is looked for so, because that finds no less.
    /// </summary>
    public static async ValueTask<CallQuery> WithNumberRead(
        this CallQuery query, string? typed, IGrainFactory grains, ProjectId project)
    {
        if (typed is null || query.Number is not { } digits) return query;
        return await grains.Project(project).ReadNumber(typed) is { } number && !number.Contains(digits, StringComparison.Ordinal)
            ? query with { Number = number[1..] }
            : query;
    }

    /// <summary>Whether a call is an employee's own: he talked on it or made it. The same rule as <c>CallQuery.OnlyOwnedBy</c>.</summary>
    public static bool IsOwnedBy(this CallRecord call, EmployeeId employee) =>
        call.Employee == employee
        || call.Legs.Any(leg => leg.Employee == employee && leg.Kind != LegKind.Supervisor
            && (leg.AnsweredAt is not null || leg.Kind == LegKind.Caller));

    /// <summary>Whether an employee was on one of the two legs of a conversation.</summary>
    public static bool TalkedIn(this CallRecord call, EmployeeId employee, int conversation) =>
        call.Conversations.FirstOrDefault(one => one.Number == conversation) is { } talk
        && (talk.Employee == employee
            || call.Legs.Any(leg => leg.Employee == employee && (leg.Number == talk.Leg || leg.Number == talk.OtherLeg)));
}
