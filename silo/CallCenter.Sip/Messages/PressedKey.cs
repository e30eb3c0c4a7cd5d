using System.Buffers.Text;
using System.Text;

namespace CallCenter.Sip.Messages;

/// <summary>
/// The key that an INFO tells. No RFC says how; this is what phones send: <c>Signal=5</c> among other lines in application/dtmf-relay, or
/// the key alone in application/dtmf.
/// </summary>
public static class PressedKey
{
    private const string Keys = "0123456789*#ABCD";
    private const string Types = "application/dtmf-relay, application/dtmf";

    /// <returns>
    /// The key, 0 to 9, * # A to D; or why there is none: another body (415), or one that says no key (400). Neither where there is no
    /// body.
    /// </returns>
    public static (char? Key, SipRefusal? Refusal) Of(SipMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Body.IsEmpty) return default;
        ReadOnlySpan<byte> signal;
        if (Ascii.EqualsIgnoreCase(request.ContentType, "application/dtmf-relay")) signal = Signal(request.Body);
        else if (Ascii.EqualsIgnoreCase(request.ContentType, "application/dtmf")) signal = request.Body;
        else return (null, new SipRefusal(415, SipHeader.Accept, Types));
        return KeyOf(signal.Trim(" \t\r\n"u8)) is { } key ? (key, null) : (null, new SipRefusal(400, ReasonPhrase: "No key"));
    }

    /// <summary>What follows <c>Signal=</c>; empty where no line says it.</summary>
    private static ReadOnlySpan<byte> Signal(ReadOnlySpan<byte> body)
    {
        foreach (var range in body.Split((byte)'\n'))
        {
            var line = body[range];
            var equals = line.IndexOf((byte)'=');
            if (equals > 0 && Ascii.EqualsIgnoreCase(line[..equals].Trim(" \t"u8), "Signal")) return line[(equals + 1)..];
        }

        return default;
    }

    // Some write * and the following ones as the numbers that RFC 4733 §3.2 gives them.
    private static char? KeyOf(ReadOnlySpan<byte> text)
    {
        if (text.Length == 1) return Keys.IndexOf(char.ToUpperInvariant((char)text[0])) is >= 0 and var place ? Keys[place] : null;
        return Utf8Parser.TryParse(text, out byte code, out var read) && read == text.Length && code is > 9 and < 16 ? Keys[code] : null;
    }
}
