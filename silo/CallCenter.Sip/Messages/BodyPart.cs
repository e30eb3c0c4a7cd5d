using System.Text;

namespace CallCenter.Sip.Messages;

/// <summary>A body, or one part of a multipart body, with the headers that say what it is and whether it has to be understood.</summary>
internal readonly ref struct BodyPart(
    ReadOnlySpan<byte> type, ReadOnlySpan<byte> disposition, ReadOnlySpan<byte> encoding, ReadOnlySpan<byte> body)
{
    private const int MostParts = 32;
    private const int DeepestNesting = 4;
    private readonly ReadOnlySpan<byte> _type = type;
    private readonly ReadOnlySpan<byte> _disposition = disposition;
    private readonly ReadOnlySpan<byte> _encoding = encoding;
    private readonly ReadOnlySpan<byte> _body = body;

    /// <summary>
    /// Looks for the session description (RFC 5621): the part itself; of multipart/alternative the last that is one (§4.2), of
    /// multipart/related its root (§4.3), of every other multipart the first, and there each part has to be understood (§4.1).
    /// </summary>
    /// <returns>False when something that must be understood is not: 415.</returns>
    public bool TryFindSdp(out ReadOnlySpan<byte> sdp, int depth = 0)
    {
        sdp = default;
        if (_body.IsEmpty)
        {
            return true;
        }

        if (!IsPlain(_encoding) || depth > DeepestNesting)
        {
            return IsOptional;
        }

        var type = BeforeParameters(_type);
        if (Ascii.EqualsIgnoreCase(type, "application/sdp"u8))
        {
            // Another disposition is another purpose: early-session (RFC 3959) is no offer of the session.
            var purpose = BeforeParameters(_disposition);
            var isSession = purpose.IsEmpty || Ascii.EqualsIgnoreCase(purpose, "session"u8);
            sdp = isSession ? _body : default;
            return isSession || IsOptional;
        }

        return IsMultipart(type) && TryFindInParts(type["multipart/".Length..], out sdp, depth + 1) ? true : IsOptional;
    }

    private static bool IsMultipart(ReadOnlySpan<byte> type) =>
        type.Length > "multipart/".Length && Ascii.EqualsIgnoreCase(type[.."multipart/".Length], "multipart/"u8);

    /// <summary>Without the parameter a part is required (RFC 3261 §20.11).</summary>
    private bool IsOptional =>
        SipParams.TryGet(_disposition[BeforeSemicolon(_disposition)..], "handling"u8, out var handling)
        && Ascii.EqualsIgnoreCase(handling, "optional"u8);

    private bool TryFindInParts(ReadOnlySpan<byte> subtype, out ReadOnlySpan<byte> sdp, int depth)
    {
        sdp = default;
        if (!SipParams.TryGet(_type[BeforeSemicolon(_type)..], "boundary"u8, out var boundary) || boundary.IsEmpty)
        {
            return false;
        }

        var isAlternative = Ascii.EqualsIgnoreCase(subtype, "alternative"u8);
        var isRelated = Ascii.EqualsIgnoreCase(subtype, "related"u8);
        var isUnderstood = true;
        var reader = new MultipartReader(_body, boundary);
        for (var i = 0; reader.TryNext(out var part); i++)
        {
            if (i == MostParts)
            {
                return false;
            }

            isUnderstood &= part.TryFindSdp(out var found, depth);
            sdp = found.IsEmpty || (!isAlternative && !sdp.IsEmpty) ? sdp : found;
            if (isRelated)
            {
                return isUnderstood;
            }
        }

        return isAlternative ? !sdp.IsEmpty : isUnderstood;
    }

    private static bool IsPlain(ReadOnlySpan<byte> encoding) =>
        encoding.IsEmpty || Ascii.EqualsIgnoreCase(encoding, "identity"u8) || Ascii.EqualsIgnoreCase(encoding, "binary"u8)
        || Ascii.EqualsIgnoreCase(encoding, "8bit"u8) || Ascii.EqualsIgnoreCase(encoding, "7bit"u8);

    private static int BeforeSemicolon(ReadOnlySpan<byte> value)
    {
        var semicolon = value.IndexOf((byte)';');
        return semicolon < 0 ? value.Length : semicolon;
    }

    private static ReadOnlySpan<byte> BeforeParameters(ReadOnlySpan<byte> value) => SipChars.Trim(value[..BeforeSemicolon(value)]);
}
