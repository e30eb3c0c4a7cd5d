using System.Text;

namespace CallCenter.Sip.Messages;

/// <summary>The headers without which no message can be understood (RFC 3261 §8.1.1).</summary>
internal static class CommonHeaders
{
    private static readonly SipHeaderSet SingleHeaders = SipHeaderSet.Of(
        SipHeader.From, SipHeader.To, SipHeader.CallId, SipHeader.CSeq, SipHeader.ContentLength, SipHeader.MaxForwards);

    /// <summary>
    /// Returns true when a response could find its way: Via is readable and CSeq is there. Whoever left out From, To or Call-ID is
    /// told so (RFC 4475 §3.3.1).
    /// </summary>
    public static bool Read(byte[] bytes, ReadOnlySpan<HeaderIndexEntry> entries, ref MessageParts parts, ref SipParser.Problems problems)
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

        RequireAll(seen, ref problems);
        return viaReadable && seen.Contains(SipHeader.CSeq);
    }

    private static void ReadOne(
        byte[] bytes, in HeaderIndexEntry entry, ref MessageParts parts, ref SipParser.Problems problems, ref bool viaReadable)
    {
        switch (entry.Header)
        {
            case SipHeader.Via:
                viaReadable = ViaHeader.TryParse(bytes, entry.Value.Start, entry.Value.End, out parts.TopVia);
                if (!viaReadable || !AllReadable(bytes, parts.TopVia.End, entry.Value.End))
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

    /// <summary>The values behind the topmost one on its line (RFC 4475 §3.1.2.1).</summary>
    private static bool AllReadable(byte[] bytes, int at, int end)
    {
        while (at < end)
        {
            if (!ViaHeader.TryParse(bytes, at + 1, end, out var next))
            {
                return false;
            }

            at = next.End;
        }

        return true;
    }

    private static void RequireAll(SipHeaderSet seen, ref SipParser.Problems problems)
    {
        ReadOnlySpan<SipHeader> required = [SipHeader.Via, SipHeader.From, SipHeader.To, SipHeader.CallId, SipHeader.CSeq];
        foreach (var header in required)
        {
            if (!seen.Contains(header))
            {
                problems.Add("Missing " + Encoding.ASCII.GetString(header.Token()));
                return;
            }
        }
    }

    private static Slice ReadTag(byte[] bytes, in HeaderIndexEntry entry, string complaint, ref SipParser.Problems problems)
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
    private static void ReadCSeq(byte[] bytes, Slice value, ref MessageParts parts, ref SipParser.Problems problems)
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
