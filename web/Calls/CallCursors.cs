using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using CallCenter.Abstractions;
using CallCenter.Abstractions.History;

namespace CallCenter.Web.Calls;

/// <summary>
/// Cursors as they stand in addresses: opaque, safe in a query string, and bound to the order they were made for, because the same place
/// means nothing in another order.
/// </summary>
public static class CallCursors
{
    private const char Separator = '|';
    private const int LongestText = 256;

    public static string Write(CallCursor cursor, CallSort sort, bool descending) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        string.Join(Separator, Order(sort, descending), cursor.Call.ToString(), cursor.Key)));

    public static bool TryRead(string text, CallSort sort, bool descending, [NotNullWhen(true)] out CallCursor? cursor)
    {
        cursor = null;
        if (text.Length is 0 or > LongestText || !Base64Url.IsValid(text)) return false;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator, 3);
        if (parts.Length != 3 || parts[0] != Order(sort, descending)) return false;
        if (!long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var call)) return false;
        if (sort != CallSort.ClientNumber && !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out _)) return false;
        cursor = new CallCursor(parts[2], new CallId(call));
        return true;
    }

    private static string Order(CallSort sort, bool descending) => $"{(int)sort}{(descending ? 'd' : 'a')}";
}
