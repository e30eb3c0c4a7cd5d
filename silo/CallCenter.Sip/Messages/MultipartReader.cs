using System.Text;

namespace CallCenter.Sip.Messages;

/// <summary>
/// Cuts a multipart body at its boundary (RFC 2046 §5.1.1). Lines may end with LF alone; a body whose last boundary is missing ends with
/// its last byte.
/// </summary>
internal ref struct MultipartReader(ReadOnlySpan<byte> body, ReadOnlySpan<byte> boundary)
{
    private readonly ReadOnlySpan<byte> _boundary = boundary;
    private ReadOnlySpan<byte> _rest = body;
    private bool _isInside;

    /// <summary>The next part; false behind the last.</summary>
    public bool TryNext(out BodyPart part)
    {
        part = default;
        if (!_isInside && !TryPassBoundary(out _))
        {
            return false;
        }

        _isInside = true;
        if (_rest.IsEmpty)
        {
            return false;
        }

        TryPassBoundary(out var content);
        part = Read(content);
        return true;
    }

    /// <summary>Goes behind the next line with the boundary; what stands before it comes without its line end.</summary>
    private bool TryPassBoundary(out ReadOnlySpan<byte> before)
    {
        for (var from = 0; _rest[from..].IndexOf(_boundary) is var found and >= 0; from += found + 1)
        {
            var at = from + found - 2;
            var behind = _rest[(from + found + _boundary.Length)..];
            if (at < 0 || !_rest[at..].StartsWith("--"u8) || (at > 0 && _rest[at - 1] != '\n') || !EndsLine(behind, out var isLast))
            {
                continue;
            }

            before = WithoutLineEnd(_rest[..at]);
            var line = behind.IndexOf((byte)'\n');
            _rest = isLast || line < 0 ? default : behind[(line + 1)..];
            return true;
        }

        before = _rest;
        _rest = default;
        return false;
    }

    /// <summary>Nothing but white space may follow, or the two hyphens of the last boundary: else it is a longer one's beginning.</summary>
    private static bool EndsLine(ReadOnlySpan<byte> behind, out bool isLast)
    {
        isLast = behind.StartsWith("--"u8);
        return isLast || behind.IsEmpty || behind[0] is (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t';
    }

    private static ReadOnlySpan<byte> WithoutLineEnd(ReadOnlySpan<byte> text)
    {
        var end = text.Length;
        end -= end > 0 && text[end - 1] == '\n' ? 1 : 0;
        end -= end > 0 && text[end - 1] == '\r' ? 1 : 0;
        return text[..end];
    }

    /// <summary>Header lines up to an empty one, then the body.</summary>
    private static BodyPart Read(ReadOnlySpan<byte> part)
    {
        ReadOnlySpan<byte> type = default, disposition = default, encoding = default;
        while (!part.IsEmpty)
        {
            var line = TakeLine(ref part);
            var colon = line.IndexOf((byte)':');
            if (line.IsEmpty)
            {
                break;
            }

            var name = SipChars.Trim(line[..Math.Max(0, colon)]);
            var value = SipChars.Trim(line[(colon + 1)..]);
            if (Ascii.EqualsIgnoreCase(name, "Content-Type"u8))
            {
                type = value;
            }
            else if (Ascii.EqualsIgnoreCase(name, "Content-Disposition"u8))
            {
                disposition = value;
            }
            else if (Ascii.EqualsIgnoreCase(name, "Content-Transfer-Encoding"u8) || Ascii.EqualsIgnoreCase(name, "Content-Encoding"u8))
            {
                encoding = value;
            }
        }

        return new BodyPart(type, disposition, encoding, part);
    }

    /// <summary>One line without its end; those it is folded over belong to it.</summary>
    private static ReadOnlySpan<byte> TakeLine(scoped ref ReadOnlySpan<byte> text)
    {
        var at = 0;
        var isFolded = false;
        while (true)
        {
            var feed = text[at..].IndexOf((byte)'\n');
            at = feed < 0 ? text.Length : at + feed + 1;
            if (at == text.Length || WithoutLineEnd(text[..at]).IsEmpty || !SipChars.IsSpace(text[at]))
            {
                break;
            }

            isFolded = true;
        }

        var line = WithoutLineEnd(text[..at]);
        text = text[at..];
        return isFolded ? Unfolded(line) : line;
    }

    private static byte[] Unfolded(ReadOnlySpan<byte> line)
    {
        var joined = line.ToArray();
        joined.AsSpan().Replace((byte)'\r', (byte)' ');
        joined.AsSpan().Replace((byte)'\n', (byte)' ');
        return joined;
    }
}
