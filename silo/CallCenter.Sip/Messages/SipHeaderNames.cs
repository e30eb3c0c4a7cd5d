using System.Text;

namespace CallCenter.Sip.Messages;

/// <summary>Names of <see cref="SipHeader"/>: the long form for writing, both forms, in any case, for reading.</summary>
public static class SipHeaderNames
{
    private static readonly (SipHeader Header, string Name, char Compact)[] Table =
    [
        (SipHeader.Accept, "Accept", '\0'),
        (SipHeader.AcceptEncoding, "Accept-Encoding", '\0'),
        (SipHeader.AcceptLanguage, "Accept-Language", '\0'),
        (SipHeader.AlertInfo, "Alert-Info", '\0'),
        (SipHeader.Allow, "Allow", '\0'),
        (SipHeader.AllowEvents, "Allow-Events", 'u'),
        (SipHeader.AuthenticationInfo, "Authentication-Info", '\0'),
        (SipHeader.Authorization, "Authorization", '\0'),
        (SipHeader.CallId, "Call-ID", 'i'),
        (SipHeader.CallInfo, "Call-Info", '\0'),
        (SipHeader.Contact, "Contact", 'm'),
        (SipHeader.ContentDisposition, "Content-Disposition", '\0'),
        (SipHeader.ContentEncoding, "Content-Encoding", 'e'),
        (SipHeader.ContentLanguage, "Content-Language", '\0'),
        (SipHeader.ContentLength, "Content-Length", 'l'),
        (SipHeader.ContentType, "Content-Type", 'c'),
        (SipHeader.CSeq, "CSeq", '\0'),
        (SipHeader.Date, "Date", '\0'),
        (SipHeader.Diversion, "Diversion", '\0'),
        (SipHeader.ErrorInfo, "Error-Info", '\0'),
        (SipHeader.Event, "Event", 'o'),
        (SipHeader.Expires, "Expires", '\0'),
        (SipHeader.From, "From", 'f'),
        (SipHeader.HistoryInfo, "History-Info", '\0'),
        (SipHeader.InReplyTo, "In-Reply-To", '\0'),
        (SipHeader.MaxForwards, "Max-Forwards", '\0'),
        (SipHeader.MimeVersion, "MIME-Version", '\0'),
        (SipHeader.MinExpires, "Min-Expires", '\0'),
        (SipHeader.MinSe, "Min-SE", '\0'),
        (SipHeader.Organization, "Organization", '\0'),
        (SipHeader.PAssertedIdentity, "P-Asserted-Identity", '\0'),
        (SipHeader.Path, "Path", '\0'),
        (SipHeader.PPreferredIdentity, "P-Preferred-Identity", '\0'),
        (SipHeader.Priority, "Priority", '\0'),
        (SipHeader.Privacy, "Privacy", '\0'),
        (SipHeader.ProxyAuthenticate, "Proxy-Authenticate", '\0'),
        (SipHeader.ProxyAuthorization, "Proxy-Authorization", '\0'),
        (SipHeader.ProxyRequire, "Proxy-Require", '\0'),
        (SipHeader.RAck, "RAck", '\0'),
        (SipHeader.Reason, "Reason", '\0'),
        (SipHeader.RecordRoute, "Record-Route", '\0'),
        (SipHeader.ReferredBy, "Referred-By", 'b'),
        (SipHeader.ReferTo, "Refer-To", 'r'),
        (SipHeader.RemotePartyId, "Remote-Party-ID", '\0'),
        (SipHeader.Replaces, "Replaces", '\0'),
        (SipHeader.ReplyTo, "Reply-To", '\0'),
        (SipHeader.Require, "Require", '\0'),
        (SipHeader.RetryAfter, "Retry-After", '\0'),
        (SipHeader.Route, "Route", '\0'),
        (SipHeader.RSeq, "RSeq", '\0'),
        (SipHeader.Server, "Server", '\0'),
        (SipHeader.SessionExpires, "Session-Expires", 'x'),
        (SipHeader.Subject, "Subject", 's'),
        (SipHeader.SubscriptionState, "Subscription-State", '\0'),
        (SipHeader.Supported, "Supported", 'k'),
        (SipHeader.Timestamp, "Timestamp", '\0'),
        (SipHeader.To, "To", 't'),
        (SipHeader.Unsupported, "Unsupported", '\0'),
        (SipHeader.UserAgent, "User-Agent", '\0'),
        (SipHeader.Via, "Via", 'v'),
        (SipHeader.Warning, "Warning", '\0'),
        (SipHeader.WwwAuthenticate, "WWW-Authenticate", '\0'),
    ];

    private static readonly byte[][] LongNames = BuildLongNames();
    private static readonly SipHeader[] CompactForms = BuildCompactForms();
    private static readonly (SipHeader Header, byte First, byte[] Name)[][] ByLength = BuildByLength();

    /// <summary>The long name as written on the wire; empty for <see cref="SipHeader.Unknown"/>.</summary>
    public static ReadOnlySpan<byte> Token(this SipHeader header) => LongNames[(int)header];

    /// <summary>Recognises a header name, long or compact, ignoring case (RFC 3261 §7.3.1, §7.3.3).</summary>
    public static SipHeader Parse(ReadOnlySpan<byte> name)
    {
        if (name.Length == 1)
        {
            return CompactForms[name[0] & 0x7f];
        }

        if (name.Length >= ByLength.Length || name.IsEmpty)
        {
            return SipHeader.Unknown;
        }

        var first = (byte)(name[0] | 0x20);
        foreach (ref readonly var candidate in ByLength[name.Length].AsSpan())
        {
            if (candidate.First == first && (name.SequenceEqual(candidate.Name) || Ascii.EqualsIgnoreCase(name, candidate.Name)))
            {
                return candidate.Header;
            }
        }

        return SipHeader.Unknown;
    }

    private static byte[][] BuildLongNames()
    {
        var names = new byte[Table.Length + 1][];
        names[0] = [];
        foreach (var (header, name, _) in Table)
        {
            names[(int)header] = Encoding.ASCII.GetBytes(name);
        }

        return names;
    }

    private static SipHeader[] BuildCompactForms()
    {
        var forms = new SipHeader[128];
        foreach (var (header, _, compact) in Table)
        {
            if (compact != '\0')
            {
                forms[compact] = header;
                forms[char.ToUpperInvariant(compact)] = header;
            }
        }

        return forms;
    }

    private static (SipHeader Header, byte First, byte[] Name)[][] BuildByLength()
    {
        var longest = Table.Max(row => row.Name.Length);
        return [.. Enumerable.Range(0, longest + 1).Select(length => Table
            .Where(row => row.Name.Length == length)
            .Select(row => (row.Header, (byte)(row.Name[0] | 0x20), Encoding.ASCII.GetBytes(row.Name)))
            .ToArray())];
    }
}
