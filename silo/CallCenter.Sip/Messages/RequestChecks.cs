using System.Text;

namespace CallCenter.Sip.Messages;

/// <summary>The inspections every UAS makes before it looks at what a request wants (RFC 3261 §8.2, §16.3).</summary>
public static class RequestChecks
{
    /// <summary>All inspections in the order of the RFC; null when the request may go on.</summary>
    /// <param name="sentBy">Our own Via sent-by value, by which a request that came back is recognised.</param>
    public static SipRefusal? Check(SipMessage request, ReadOnlySpan<byte> sentBy) =>
        Method(request) ?? RequestUri(request) ?? Loop(request, sentBy) ?? MaxForwards(request) ?? Require(request);

    /// <summary>405 with Allow for a known method that is not served, 501 for an unknown one (§8.2.1, §21.5.2).</summary>
    public static SipRefusal? Method(SipMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (SipCapabilities.Allows(request.Method))
        {
            return null;
        }

        return new SipRefusal(
            request.Method == SipMethod.Unknown ? 501 : 405, SipHeader.Allow, Encoding.ASCII.GetString(SipCapabilities.Allow));
    }

    /// <summary>
    /// 416 for a scheme other than sip, sips and, to call, tel (RFC 3966); 400 for a URI that cannot be read (§8.2.2.1).
    /// </summary>
    public static SipRefusal? RequestUri(SipMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.RequestUri is { } uri)
        {
            // URI headers may not stand in a Request-URI (§19.1.1, table 1; RFC 4475 §3.1.2.11).
            return uri.Headers.Length == 0 ? null : new SipRefusal(400, ReasonPhrase: "Headers In Request-URI");
        }

        var text = request.RequestUriText;
        var scheme = text[..Math.Max(0, text.IndexOf((byte)':'))];
        var isTel = request.Method != SipMethod.Register && Ascii.EqualsIgnoreCase(scheme, "tel"u8);
        if (isTel && TelUri.TryParse(Encoding.UTF8.GetString(text), out _))
        {
            return null;
        }

        return isTel || Ascii.EqualsIgnoreCase(scheme, "sip"u8) || Ascii.EqualsIgnoreCase(scheme, "sips"u8)
            ? new SipRefusal(400, ReasonPhrase: "Invalid Request-URI") : new SipRefusal(416);
    }

    /// <summary>482 when one of the Via values is ours (§16.3, step 4). A B2BUA starts every leg with its own Via alone.</summary>
    public static SipRefusal? Loop(SipMessage request, ReadOnlySpan<byte> sentBy)
    {
        ArgumentNullException.ThrowIfNull(request);
        for (var i = request.IndexOf(SipHeader.Via); i >= 0; i = request.IndexOf(SipHeader.Via, i + 1))
        {
            if (ContainsOwnVia(request, i, sentBy))
            {
                return new SipRefusal(482);
            }
        }

        return null;
    }

    /// <summary>483 when Max-Forwards is used up (§16.3, step 3); OPTIONS is answered all the same.</summary>
    public static SipRefusal? MaxForwards(SipMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.MaxForwards == 0 && request.Method != SipMethod.Options ? new SipRefusal(483) : null;
    }

    /// <summary>420 naming the required extensions this stack does not have (§8.2.2.3).</summary>
    public static SipRefusal? Require(SipMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Method is SipMethod.Ack or SipMethod.Cancel || !request.Has(SipHeader.Require))
        {
            return null;
        }

        var missing = new List<string>();
        foreach (var tag in request.Values(SipHeader.Require))
        {
            if (!SipCapabilities.Supports(tag))
            {
                missing.Add(Encoding.UTF8.GetString(tag));
            }
        }

        return missing.Count == 0 ? null : new SipRefusal(420, SipHeader.Unsupported, string.Join(", ", missing));
    }

    /// <summary>
    /// 415 for a body, or a part of one, that has to be understood and is not (§8.2.3, RFC 5621 §8.3); 406 where SDP, which every answer
    /// to an INVITE carries, is not accepted (RFC 4475 §3.3.15).
    /// </summary>
    public static SipRefusal? Body(SipMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.TryFindSdp(out _))
        {
            return request.Has(SipHeader.ContentEncoding)
                ? new SipRefusal(415, SipHeader.AcceptEncoding, "identity")
                : new SipRefusal(415, SipHeader.Accept, Encoding.ASCII.GetString(SipCapabilities.Accept));
        }

        return request.Method != SipMethod.Invite || !request.Has(SipHeader.Accept) || AcceptsSdp(request) ? null : new SipRefusal(406);
    }

    private static bool AcceptsSdp(SipMessage request)
    {
        foreach (var value in request.Values(SipHeader.Accept))
        {
            var semicolon = value.IndexOf((byte)';');
            var range = SipChars.Trim(semicolon < 0 ? value : value[..semicolon]);
            if (Ascii.EqualsIgnoreCase(range, "application/sdp"u8) || Ascii.EqualsIgnoreCase(range, "application/*"u8)
                || range.SequenceEqual("*/*"u8))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ContainsOwnVia(SipMessage request, int line, ReadOnlySpan<byte> sentBy)
    {
        var value = request.SliceAt(line);
        var at = (int)value.Start;
        while (ViaHeader.TryParse(request.Buffer, at, value.End, out var via))
        {
            if (Ascii.EqualsIgnoreCase(via.SentBy, sentBy))
            {
                return true;
            }

            at = via.End + 1;
            if (at >= value.End)
            {
                break;
            }
        }

        return false;
    }
}
