using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

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

    /// <summary>Whether a call is an employee's own: he talked on it or made it. The same rule as <c>CallQuery.OnlyOwnedBy</c>.</summary>
    public static bool IsOwnedBy(this CallRecord call, EmployeeId employee) =>
        call.Employee == employee
        || call.Legs.Any(leg => leg.Employee == employee && (leg.AnsweredAt is not null || leg.Kind == LegKind.Caller));
}
