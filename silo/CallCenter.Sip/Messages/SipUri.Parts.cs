using System.Globalization;

namespace CallCenter.Sip.Messages;

/// <content>Cutting the text into parts (RFC 3261 §25.1, SIP-URI).</content>
public sealed partial class SipUri
{
    private struct Parts
    {
        public int SchemeEnd;
        public int UserStart;
        public int UserEnd;
        public int HostStart;
        public int HostEnd;
        public int Port;
        public int ParametersStart;
        public int HeadersStart;

        public static bool TryParse(string text, out Parts parts)
        {
            parts = default;
            parts.SchemeEnd = text.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) ? 3
                : text.StartsWith("sips:", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
            if (parts.SchemeEnd == 0 || text.AsSpan().IndexOfAnyInRange('\0', ' ') >= 0 || text.AsSpan().IndexOfAny('<', '>', '"') >= 0)
            {
                return false;
            }

            parts.UserStart = parts.UserEnd = parts.SchemeEnd + 1;
            var at = text.IndexOf('@', StringComparison.Ordinal);
            if (at >= 0 && !TryUser(text, at, ref parts))
            {
                return false;
            }

            parts.HostStart = at + 1 > parts.SchemeEnd + 1 ? at + 1 : parts.SchemeEnd + 1;
            return TryHostAndPort(text, ref parts) && TryTail(text, ref parts);
        }

        private static bool TryUser(string text, int at, ref Parts parts)
        {
            var userInfo = text.AsSpan(parts.UserStart, at - parts.UserStart);
            var colon = userInfo.IndexOf(':');
            parts.UserEnd = colon < 0 ? at : parts.UserStart + colon;
            return parts.UserEnd > parts.UserStart && HasValidEscapes(userInfo) && text.IndexOf('@', at + 1) < 0;
        }

        private static bool TryHostAndPort(string text, ref Parts parts)
        {
            var start = parts.HostStart;
            var rest = text.AsSpan(start);
            var length = rest.IndexOfAny(':', ';', '?');
            if (rest.StartsWith("["))
            {
                var close = rest.IndexOf(']');
                if (close < 0 || rest[1..close].IndexOfAnyExcept(AddressCharacters) >= 0)
                {
                    return false;
                }

                length = close + 1;
            }
            else
            {
                length = length < 0 ? rest.Length : length;
                if (rest[..length].IndexOfAnyExcept(HostCharacters) >= 0)
                {
                    return false;
                }
            }

            parts.HostEnd = parts.ParametersStart = start + length;
            if (length == 0 || parts.HostEnd == text.Length || text[parts.HostEnd] != ':')
            {
                return length > 0;
            }

            var end = text.AsSpan(parts.HostEnd).IndexOfAny(';', '?');
            parts.ParametersStart = end < 0 ? text.Length : parts.HostEnd + end;
            var digits = text.AsSpan(parts.HostEnd + 1, parts.ParametersStart - parts.HostEnd - 1);
            return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out parts.Port) && parts.Port is > 0 and <= 65_535;
        }

        private static bool TryTail(string text, ref Parts parts)
        {
            var question = text.IndexOf('?', parts.ParametersStart);
            parts.HeadersStart = question < 0 ? text.Length : question;
            return (parts.ParametersStart == parts.HeadersStart || text[parts.ParametersStart] == ';')
                && HasValidEscapes(text.AsSpan(parts.ParametersStart));
        }

        private static bool HasValidEscapes(ReadOnlySpan<char> text)
        {
            for (var at = text.IndexOf('%'); at >= 0;)
            {
                if (at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2]))
                {
                    return false;
                }

                text = text[(at + 3)..];
                at = text.IndexOf('%');
            }

            return true;
        }
    }

    private static readonly System.Buffers.SearchValues<char> AddressCharacters =
        System.Buffers.SearchValues.Create("0123456789abcdefABCDEF:.");

    private static readonly System.Buffers.SearchValues<char> HostCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._");
}
