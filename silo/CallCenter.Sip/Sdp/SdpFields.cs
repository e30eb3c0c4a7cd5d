using System.Buffers.Text;

namespace CallCenter.Sip.Sdp;

/// <summary>The fields of a line, with spaces between them.</summary>
internal static class SdpFields
{
    /// <summary>Empty where the line has no so many.</summary>
    public static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> value, int index)
    {
        foreach (var range in value.Split((byte)' '))
        {
            if (!value[range].IsEmpty && index-- == 0) return value[range];
        }

        return default;
    }

    /// <summary>An address of <c>c=</c> without the time to live behind it (RFC 8866 §5.7).</summary>
    public static ReadOnlySpan<byte> WithoutTtl(ReadOnlySpan<byte> address)
    {
        var slash = address.IndexOf((byte)'/');
        return slash < 0 ? address : address[..slash];
    }

    /// <summary>Null for what is no whole number within the limits.</summary>
    public static int? Number(ReadOnlySpan<byte> text, int most, int least = 0) =>
        Utf8Parser.TryParse(text, out int number, out var read) && read == text.Length && number >= least && number <= most ? number : null;
}
