using System.Text;

namespace CallCenter.Web.Api.Calls;

/// <summary>Lines of CSV (RFC 4180) whose cells no spreadsheet runs.</summary>
public static class CsvLine
{
    /// <summary>A cell and the comma behind it.</summary>
    public static void AddCell(StringBuilder line, string? value)
    {
        var text = CsvText.Safe(value ?? "");
        var quoted = text.AsSpan().IndexOfAny("\",\r\n") >= 0;
        line.Append(quoted ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text).Append(',');
    }

    /// <summary>A whole line with its end.</summary>
    public static void Add(StringBuilder lines, params ReadOnlySpan<string?> cells)
    {
        foreach (var cell in cells) AddCell(lines, cell);
        lines.Length--;
        lines.Append("\r\n");
    }
}
