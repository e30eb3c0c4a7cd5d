using System.Text;

namespace CallCenter.Sip.Messages;

/// <content>Typed header values, parsed when first asked for.</content>
public sealed partial class SipMessage
{
    private string? _callIdText;
    private NameAddr? _from;
    private NameAddr? _to;
    private SipUri? _requestUri;
    private IReadOnlyList<NameAddr>? _contacts;

    public string CallIdText => _callIdText ??= Encoding.UTF8.GetString(CallId);

    public string FromTagText => Encoding.UTF8.GetString(FromTag);

    public string ToTagText => Encoding.UTF8.GetString(ToTag);

    /// <summary>From; a message made by the parser always has a readable one.</summary>
    public NameAddr From => _from ??= NameAddr.Parse(Value(SipHeader.From));

    /// <summary>To; a message made by the parser always has a readable one.</summary>
    public NameAddr To => _to ??= NameAddr.Parse(Value(SipHeader.To));

    /// <summary>The Request-URI when it is a sip or sips URI that can be read, else null: a tel URI, or answer 416 or 400.</summary>
    public SipUri? RequestUri => _requestUri ??= SipUri.TryParse(RequestUriText, out var uri) ? uri : null;

    /// <summary>Whom the Request-URI names: its user part, or the telephone subscriber of a tel URI; empty for nobody.</summary>
    public string Subscriber =>
        RequestUri?.User ?? (TelUri.TryParse(Encoding.UTF8.GetString(RequestUriText), out var subscriber) ? subscriber : "");

    /// <summary>All Contact values that can be read; a lone <c>*</c> is not one (see <see cref="HasWildcardContact"/>).</summary>
    public IReadOnlyList<NameAddr> Contacts => _contacts ??= NameAddrs(SipHeader.Contact);

    /// <summary>The first Contact, or null.</summary>
    public NameAddr? Contact => Contacts.Count > 0 ? Contacts[0] : null;

    /// <summary>Contact is <c>*</c>: a REGISTER that removes every binding (RFC 3261 §10.2.2).</summary>
    public bool HasWildcardContact => Value(SipHeader.Contact) is [(byte)'*'];

    /// <summary>Max-Forwards; null when missing or no number.</summary>
    public int? MaxForwards => Number(SipHeader.MaxForwards, 255);

    /// <summary>Expires in seconds; null when missing. Too large a number counts as the largest (RFC 4475 §3.1.2.4).</summary>
    public uint? Expires => Seconds(Value(SipHeader.Expires));

    /// <summary>Seconds of Min-Expires.</summary>
    public uint? MinExpires => Seconds(Value(SipHeader.MinExpires));

    /// <summary>RSeq of a reliable provisional response (RFC 3262).</summary>
    public uint? RSeq => SipChars.TryNumber(Value(SipHeader.RSeq), uint.MaxValue, out var number) ? number : null;

    /// <summary>Content-Type without parameters, as written; empty when missing.</summary>
    public ReadOnlySpan<byte> ContentType
    {
        get
        {
            var value = Value(SipHeader.ContentType);
            var semicolon = value.IndexOf((byte)';');
            return SipChars.Trim(semicolon < 0 ? value : value[..semicolon]);
        }
    }

    /// <summary>The body is SDP, or a part of it is.</summary>
    public bool HasSdp => !Sdp.IsEmpty;

    /// <summary>The session description: the body, or the part of it that is one (RFC 5621); else empty.</summary>
    public ReadOnlySpan<byte> Sdp => TryFindSdp(out var sdp) ? sdp : default;

    /// <summary>False when something in the body is not understood, though it has to be.</summary>
    internal bool TryFindSdp(out ReadOnlySpan<byte> sdp) =>
        new BodyPart(Value(SipHeader.ContentType), Value(SipHeader.ContentDisposition), Value(SipHeader.ContentEncoding), Body)
            .TryFindSdp(out sdp);

    /// <summary>Session-Expires with its refresher (RFC 4028), or null.</summary>
    public SessionExpires? SessionExpires =>
        Messages.SessionExpires.TryParse(Value(SipHeader.SessionExpires), out var value) ? value : null;

    /// <summary>Min-SE in seconds (RFC 4028), or null.</summary>
    public uint? MinSe => Seconds(BeforeParameters(Value(SipHeader.MinSe)));

    /// <summary>The first Reason value (RFC 3326), or null.</summary>
    public SipReason? Reason => SipReason.TryParse(Value(SipHeader.Reason), out var reason) ? reason : null;

    /// <summary>True when a list header (Supported, Require, Allow …) holds this token, ignoring case.</summary>
    public bool Lists(SipHeader header, ReadOnlySpan<byte> token)
    {
        foreach (var value in Values(header))
        {
            if (Ascii.EqualsIgnoreCase(value, token))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Every value of a name-addr header (Contact, Route, Record-Route, Path …) that can be read, in order.</summary>
    public IReadOnlyList<NameAddr> NameAddrs(SipHeader header)
    {
        List<NameAddr>? list = null;
        foreach (var value in Values(header))
        {
            if (NameAddr.TryParse(value, out var nameAddr))
            {
                (list ??= []).Add(nameAddr);
            }
        }

        return (IReadOnlyList<NameAddr>?)list ?? [];
    }

    internal static uint? Seconds(ReadOnlySpan<byte> text)
    {
        if (SipChars.TryNumber(text, uint.MaxValue, out var seconds))
        {
            return seconds;
        }

        return !text.IsEmpty && text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 ? uint.MaxValue : null;
    }

    private static ReadOnlySpan<byte> BeforeParameters(ReadOnlySpan<byte> value)
    {
        var semicolon = value.IndexOf((byte)';');
        return SipChars.Trim(semicolon < 0 ? value : value[..semicolon]);
    }

    private int? Number(SipHeader header, uint max) => SipChars.TryNumber(Value(header), max, out var number) ? (int)number : null;
}
