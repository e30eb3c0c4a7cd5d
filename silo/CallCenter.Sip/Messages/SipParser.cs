using System.Text;

namespace CallCenter.Sip.Messages;

/// <summary>
/// Bytes to <see cref="SipMessage"/>. Strict where a wrong reading would harm (header values that could split lines, numbers out
/// of range, repeated single headers, a body shorter than said), tolerant where RFC 4475 §3.1.1 shows unusual but valid writing.
/// No input throws.
/// </summary>
public static class SipParser
{
    private static readonly SipHeaderSet SingleHeaders = SipHeaderSet.Of(
        SipHeader.From, SipHeader.To, SipHeader.CallId, SipHeader.CSeq, SipHeader.ContentLength, SipHeader.MaxForwards);

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

    /// <summary>The headers without which no message can be understood (RFC 3261 §8.1.1).</summary>
    private static class CommonHeaders
    {
        /// <summary>Returns true when a response could be written: Via, From, To, Call-ID and CSeq are there and Via is readable.</summary>
        public static bool Read(byte[] bytes, ReadOnlySpan<HeaderIndexEntry> entries, ref MessageParts parts, ref Problems problems)
        {
            var seen = default(SipHeaderSet);
            var viaReadable = false;
            foreach (ref readonly var entry in entries)
            {
                var repeated = seen.Contains(entry.Header);
                if (repeated && SingleHeaders.Contains(entry.Header))
                {
                    problems.Add("Repeated " + Encoding.ASCII.GetString(entry.Header.Token()));
                }

                seen = seen.With(entry.Header);
                if (!repeated)
                {
                    ReadOne(bytes, in entry, ref parts, ref problems, ref viaReadable);
                }
            }

            return RequireAll(seen, ref problems) && viaReadable;
        }

        private static void ReadOne(
            byte[] bytes, in HeaderIndexEntry entry, ref MessageParts parts, ref Problems problems, ref bool viaReadable)
        {
            switch (entry.Header)
            {
                case SipHeader.Via:
                    viaReadable = ViaHeader.TryParse(bytes, entry.Value.Start, entry.Value.End, out parts.TopVia);
                    if (!viaReadable)
                    {
                        problems.Add("Invalid Via");
                    }

                    break;
                case SipHeader.From:
                    parts.FromTag = ReadTag(bytes, entry, "Invalid From", ref problems);
                    break;
                case SipHeader.To:
                    parts.ToTag = ReadTag(bytes, entry, "Invalid To", ref problems);
                    break;
                case SipHeader.CallId:
                    parts.CallId = entry.Value;
                    if (entry.Value.IsEmpty || entry.Value.In(bytes).IndexOfAnyExcept(SipChars.Word) >= 0)
                    {
                        problems.Add("Invalid Call-ID");
                    }

                    break;
                case SipHeader.CSeq:
                    ReadCSeq(bytes, entry.Value, ref parts, ref problems);
                    break;
                case SipHeader.MaxForwards when !SipChars.TryNumber(entry.Value.In(bytes), 255, out _):
                    problems.Add("Invalid Max-Forwards");
                    break;
            }
        }

        private static bool RequireAll(SipHeaderSet seen, ref Problems problems)
        {
            ReadOnlySpan<SipHeader> required = [SipHeader.Via, SipHeader.From, SipHeader.To, SipHeader.CallId, SipHeader.CSeq];
            foreach (var header in required)
            {
                if (!seen.Contains(header))
                {
                    problems.Add("Missing " + Encoding.ASCII.GetString(header.Token()));
                    return false;
                }
            }

            return true;
        }

        private static Slice ReadTag(byte[] bytes, in HeaderIndexEntry entry, string complaint, ref Problems problems)
        {
            var line = bytes.AsSpan(0, entry.Value.End);
            if (!NameAddrSyntax.TryParse(line, entry.Value.Start, out var syntax) || syntax.End != entry.Value.End
                || !SipChars.HasScheme(syntax.Uri.In(bytes)))
            {
                problems.Add(complaint);
                return default;
            }

            if (syntax.Parameters.IsEmpty || !SipParams.TryGet(syntax.Parameters.In(bytes), "tag"u8, out var tag) || tag.IsEmpty)
            {
                return default;
            }

            line.Overlaps(tag, out var start);
            return Slice.Of(start, start + tag.Length);
        }

        /// <summary>The number is below 2^31 and the method is the request's own (RFC 3261 §8.1.1.5).</summary>
        private static void ReadCSeq(byte[] bytes, Slice value, ref MessageParts parts, ref Problems problems)
        {
            var text = value.In(bytes);
            var space = text.IndexOfAny((byte)' ', (byte)'\t');
            if (space < 0 || !SipChars.TryNumber(text[..space], int.MaxValue, out parts.CSeq))
            {
                problems.Add("Invalid CSeq");
                return;
            }

            var token = SipChars.Trim(text[space..]);
            if (!SipChars.IsToken(token))
            {
                problems.Add("Invalid CSeq");
            }
            else if (parts.StatusCode != 0)
            {
                parts.Method = SipMethods.Parse(token);
                parts.MethodToken = Slice.Of(value.End - token.Length, value.End);
            }
            else if (!token.SequenceEqual(parts.MethodToken.In(bytes)))
            {
                problems.Add("CSeq method does not match");
            }
        }
    }
}
