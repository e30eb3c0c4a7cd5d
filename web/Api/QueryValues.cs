using System.Globalization;
using CallCenter.Web.Api.Problems;

namespace CallCenter.Web.Api;

/// <summary>
/// Reads values of a query string as they were typed. What is wrong goes into the list of errors and reads as absent, so that everything
/// wrong is reported at once.
/// </summary>
internal static class QueryValues
{
    public const int LargestPage = 500;
    private const int UsualPage = 50;

    public static string? Key(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public static long? Time(string name, string? text, List<ProblemError> errors)
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

    /// <summary>The period's end has to lie behind its beginning.</summary>
    public static void CheckPeriod(long? from, long? to, List<ProblemError> errors)
    {
        if (from >= to) errors.Add(new ProblemError("to", "Is not after from.", "A time after from."));
    }

    public static T Word<T>(string name, string? text, T otherwise, List<ProblemError> errors) where T : struct, Enum =>
        Word<T>(name, text, errors) ?? otherwise;

    public static T? Word<T>(string name, string? text, List<ProblemError> errors) where T : struct, Enum
    {
        if (Key(text) is not { } typed) return null;
        if (EnumWords.TryParse<T>(typed, out var value)) return value;
        errors.Add(new ProblemError(name, $"\"{typed}\" is unknown.", $"One of: {EnumWords.All<T>()}."));
        return null;
    }

    public static bool Flag(string name, string? text, List<ProblemError> errors)
    {
        if (Key(text) is not { } typed) return false;
        if (bool.TryParse(typed, out var flag)) return flag;
        errors.Add(new ProblemError(name, $"\"{typed}\" is unknown.", "true or false."));
        return false;
    }

    public static bool IsDescending(string? text, List<ProblemError> errors)
    {
        var order = Key(text)?.ToLowerInvariant() ?? "desc";
        if (order is not ("asc" or "desc")) errors.Add(new ProblemError("order", $"\"{text}\" is unknown.", "asc or desc."));
        return order != "asc";
    }

    public static int PageSize(string? text, List<ProblemError> errors)
    {
        if (Key(text) is not { } typed) return UsualPage;
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= LargestPage)
            return size;
        errors.Add(new ProblemError("size", $"\"{typed}\" is not allowed.", $"A whole number from 1 to {LargestPage}."));
        return UsualPage;
    }

    private static bool HasOffset(string typed)
    {
        var clock = typed.IndexOf('T', StringComparison.OrdinalIgnoreCase);
        return clock > 0 && (typed.EndsWith('Z') || typed.AsSpan(clock).ContainsAny('+', '-'));
    }
}
