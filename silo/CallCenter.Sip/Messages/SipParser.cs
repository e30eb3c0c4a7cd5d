namespace CallCenter.Sip.Messages;

/// <summary>
/// Bytes to <see cref="SipMessage"/>. Strict where a wrong reading would harm (header values that could split lines, numbers out
/// of range, repeated single headers, a body shorter than said), tolerant where RFC 4475 §3.1.1 shows unusual but valid writing.
/// No input throws.
/// </summary>
public static class SipParser
{
    /// <summary>
    /// Parses one message: one datagram, or what <see cref="SipStreamFramer"/> cut from a stream. On success
    /// <paramref name="message"/> is set and the result true. On failure the result is false; when
    /// <see cref="SipParseError.CanAnswer"/>, <paramref name="message"/> is set and serves only to write the error response.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> datagram, out SipMessage? message, out SipParseError error)
    {
        message = null;

        // RFC 3261 §7.5: empty lines before the start line are ignored.
        var start = datagram.IndexOfAnyExcept((byte)'\r', (byte)'\n');
        if (start < 0 || datagram.Length - start > SipLimits.MaxMessageBytes)
        {
            error = new SipParseError(0, start < 0 ? "Empty" : "Too large");
            return false;
        }

        var bytes = datagram[start..].ToArray();
        var parts = default(MessageParts);
        var problems = default(Problems);
        if (!StartLineSyntax.TryParse(bytes, ref parts, ref problems, out var at))
        {
            error = new SipParseError(0, "Not SIP");
            return false;
        }

        Span<HeaderIndexEntry> index = stackalloc HeaderIndexEntry[SipLimits.MaxHeaders];
        var count = HeaderSyntax.ReadHeaders(bytes, ref at, index, ref problems);
        parts.BodyStart = at;
        var entries = index[..count];
        var answerable = CommonHeaders.Read(bytes, entries, ref parts, ref problems);
        parts.BodyEnd = BodyEnd(bytes, entries, at, ref problems);

        error = problems.ToError(answerable && parts.StatusCode == 0 && parts.Method != SipMethod.Ack);
        if (!problems.Any || error.CanAnswer)
        {
            message = new SipMessage(bytes, entries.ToArray(), in parts);
        }

        return !problems.Any;
    }

    /// <summary>RFC 3261 §18.3: surplus bytes after the body are dropped, a body shorter than said is an error.</summary>
    private static int BodyEnd(byte[] bytes, ReadOnlySpan<HeaderIndexEntry> entries, int bodyStart, ref Problems problems)
    {
        foreach (ref readonly var entry in entries)
        {
            if (entry.Header != SipHeader.ContentLength)
            {
                continue;
            }

            if (!SipChars.TryNumber(entry.Value.In(bytes), SipLimits.MaxMessageBytes, out var length))
            {
                problems.Add("Invalid Content-Length");
            }
            else if (length > bytes.Length - bodyStart)
            {
                problems.Add("Body shorter than Content-Length");
            }
            else if (length < bytes.Length - bodyStart)
            {
                return bodyStart + (int)length;
            }
        }

        return bytes.Length;
    }

    /// <summary>The first problem found and the status code it deserves; 0, which outweighs all others, means never answer.</summary>
    internal struct Problems
    {
        private string? _reason;
        private int _statusCode;

        public readonly bool Any => _reason is not null;

        public void Add(string reason, int statusCode = 400)
        {
            if (_reason is null || statusCode == 0)
            {
                _reason = reason;
                _statusCode = statusCode;
            }
        }

        public readonly SipParseError ToError(bool answerable) =>
            _reason is null ? default : new SipParseError(answerable ? _statusCode : 0, _reason);
    }
}
