using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CallCenter.Abstractions.History;

namespace CallCenter.Web.Audit;

/// <summary>Places of the audit log as they stand in addresses: time and number.</summary>
public static class AuditCursors
{
    public static string Write(AuditCursor cursor) => string.Create(CultureInfo.InvariantCulture, $"{cursor.At}-{cursor.Sequence}");

    public static bool TryRead(string? text, [NotNullWhen(true)] out AuditCursor? cursor)
    {
        cursor = null;
        if (text?.Split('-') is not [var at, var sequence]) return false;
        if (!IsNumber(at, out var time) || !IsNumber(sequence, out var number)) return false;
        // Later than any calendar has days: an address that somebody made up.
        if (time > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()) return false;
        cursor = new AuditCursor(time, number);
        return true;
    }

    private static bool IsNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
