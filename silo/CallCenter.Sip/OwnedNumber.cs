using System.Buffers.Text;
using System.Globalization;

namespace CallCenter.Sip;

/// <summary>
/// The text of an identifier of ours: 16 hexadecimal digits, then, for every owner but 0, a full stop and the owner in hexadecimal. A stack
/// that serves several owners (one per tenant) finds out whom a message belongs to without a table, and the text of owner 0 is as short as
/// that of a stack with one.
/// </summary>
internal static class OwnedNumber
{
    private const int Digits = 16;
    private const int MostOwnerDigits = 4;

    public static int Length(ushort owner) =>
        owner == 0 ? Digits : Digits + 1 + (owner < 0x10 ? 1 : owner < 0x100 ? 2 : owner < 0x1000 ? 3 : MostOwnerDigits);

    public static bool TryParse(ReadOnlySpan<byte> text, out ulong value, out ushort owner)
    {
        owner = 0;
        if (!Utf8Parser.TryParse(text, out value, out var used, 'x') || used != Digits)
        {
            return false;
        }

        if (text.Length == Digits)
        {
            return true;
        }

        // No leading zero and never 0, so that one identifier has one text.
        return text[Digits] == '.' && text.Length is > Digits + 1 and <= Digits + 1 + MostOwnerDigits
            && text[Digits + 1] != '0' && Utf8Parser.TryParse(text[(Digits + 1)..], out owner, out used, 'x')
            && used == text.Length - Digits - 1;
    }

    public static string ToString(ulong value, ushort owner) => owner == 0
        ? value.ToString("x16", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{value:x16}.{owner:x}");

    /// <summary>Writes exactly <see cref="Length"/> bytes.</summary>
    public static void Write(ulong value, ushort owner, Span<byte> target)
    {
        value.TryFormat(target, out _, "x16", CultureInfo.InvariantCulture);
        if (owner != 0)
        {
            target[Digits] = (byte)'.';
            owner.TryFormat(target[(Digits + 1)..], out _, "x", CultureInfo.InvariantCulture);
        }
    }
}
