using CallCenter.Web.Languages;

namespace CallCenter.Web.Board;

/// <summary>How telephone numbers are written for people.</summary>
public static class PhoneNumber
{
    /// <summary>Ukrainian numbers in groups (<c>+380 44 123 45 67</c>); everything else as it is.</summary>
    public static string Pretty(string number) => number is ['+', '3', '8', '0', ..] && number.Length == 13
        ? $"+380 {number[4..6]} {number[6..9]} {number[9..11]} {number[11..]}"
        : number;

    /// <summary>A client's number, or that he withholds it.</summary>
    public static string OfClient(string? number, Language language) =>
        number is { Length: > 0 } known ? Pretty(known) : BoardTexts.UnknownClient.In(language);
}
