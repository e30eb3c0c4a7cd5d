using System.Buffers;
using System.Text;
using CallCenter.Abstractions.Texts;

namespace CallCenter.Web.Api.Calls;

/// <summary>
/// Callers choose their display names and numbers: a spreadsheet must not run them as formulas. It takes a cell for one that begins with
/// <c>= + - @</c>, behind spaces too, and where the list separator is a semicolon, as in Ukraine, a cell begins behind each of those, in
/// whatever quotes. An apostrophe makes it text. Numbers like +380… stay as they are. Control characters, which older rows may have, stay
/// behind.
/// </summary>
public static class CsvText
{
    private const string CellBegins = ";|";
    private static readonly SearchValues<char> FormulaBegins = SearchValues.Create("=+-@\uFF1D\uFF0B\uFF0D\uFF20");

    public static string Safe(string value)
    {
        var text = StrangerText.Clean(value);
        if (IsSigned(text) || !HasFormula(text))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length + 4);
        var begins = true;
        foreach (var letter in text)
        {
            safe.Append(begins && FormulaBegins.Contains(letter) ? "'" : "").Append(letter);
            begins = CellBegins.Contains(letter) || (begins && letter == ' ');
        }

        return safe.ToString();
    }

    private static bool IsSigned(ReadOnlySpan<char> text) =>
        text is ['+' or '-', _, ..] && text[1..].IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool HasFormula(ReadOnlySpan<char> text) => text.IndexOfAny(FormulaBegins) >= 0;
}
