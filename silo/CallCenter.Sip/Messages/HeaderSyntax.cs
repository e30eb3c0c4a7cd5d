namespace CallCenter.Sip.Messages;

/// <summary>Header lines (RFC 3261 §7.3).</summary>
internal static class HeaderSyntax
{
    /// <summary>
    /// Fills <paramref name="index"/> and moves <paramref name="at"/> behind the empty line. A folded line is joined in place: its
    /// line break becomes spaces, which means the same (§7.3.1) and lets every reader ignore folding.
    /// </summary>
    public static int ReadHeaders(byte[] bytes, ref int at, Span<HeaderIndexEntry> index, ref SipParser.Problems problems)
    {
        var count = 0;
        while (true)
        {
            var end = FindLineEnd(bytes, at, out var next);
            if (end < 0)
            {
                problems.Add("No empty line after the headers");
                at = bytes.Length;
                return count;
            }

            if (end == at)
            {
                at = next;
                return count;
            }

            if (count == index.Length)
            {
                problems.Add("Too many headers");
                at = bytes.Length;
                return count;
            }

            if (TryHeader(bytes, at, end, ref problems, out index[count]))
            {
                count++;
            }

            at = next;
        }
    }

    /// <summary>The end of the logical line that starts at <paramref name="at"/>, folding included; -1 when it never ends.</summary>
    private static int FindLineEnd(byte[] bytes, int at, out int next)
    {
        next = at;
        var from = at;
        while (true)
        {
            var lineFeed = bytes.AsSpan(from).IndexOf((byte)'\n');
            if (lineFeed < 0)
            {
                return -1;
            }

            lineFeed += from;
            var end = lineFeed > from && bytes[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
            next = lineFeed + 1;
            if (end == at || next >= bytes.Length || !SipChars.IsSpace(bytes[next]))
            {
                return end;
            }

            bytes.AsSpan(end, next - end).Fill((byte)' ');
            from = next;
        }
    }

    /// <summary>A bare CR or NUL; only an escaped NUL is allowed, in quoted strings (RFC 3261 §25.1, quoted-pair).</summary>
    private static bool HasControlCharacter(ReadOnlySpan<byte> value)
    {
        for (var at = value.IndexOfAny(SipChars.Forbidden); at >= 0; at = value.IndexOfAny(SipChars.Forbidden))
        {
            if (value[at] != 0 || at == 0 || value[at - 1] != '\\')
            {
                return true;
            }

            value = value[(at + 1)..];
        }

        return false;
    }

    private static bool TryHeader(byte[] bytes, int start, int end, ref SipParser.Problems problems, out HeaderIndexEntry entry)
    {
        entry = default;
        var line = bytes.AsSpan(start, end - start);
        var colon = line.IndexOf((byte)':');
        var name = (colon < 0 ? line : line[..colon]).TrimEnd(" \t"u8);
        if (colon < 0 || !SipChars.IsToken(name))
        {
            problems.Add("Malformed header line");
            return false;
        }

        var value = line[(colon + 1)..];
        if (HasControlCharacter(value))
        {
            // The response would have to repeat it, and a lenient reader would take it for the end of a line.
            problems.Add("Control character in a header", 0);
        }

        var valueStart = SipChars.SkipSpace(bytes.AsSpan(0, end), start + colon + 1);
        var trimmed = SipChars.Trim(value);
        entry = new HeaderIndexEntry(
            SipHeaderNames.Parse(name), Slice.Of(start, start + name.Length), Slice.Of(valueStart, valueStart + trimmed.Length));
        return true;
    }
}
