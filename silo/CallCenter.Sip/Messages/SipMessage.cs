using System.Text;

namespace CallCenter.Sip.Messages;

/// <summary>
/// A parsed request or response. It owns one copy of its bytes and an index of header lines; nothing else is copied until asked
/// for. What every message needs (top Via, tags, Call-ID, CSeq) is read while parsing, the rest on demand. Immutable except
/// for <see cref="Flow"/>. Made by <see cref="SipParser"/>.
/// </summary>
public sealed partial class SipMessage
{
    private readonly byte[] _bytes;
    private readonly HeaderIndexEntry[] _index;
    private readonly MessageParts _parts;

    internal SipMessage(byte[] bytes, HeaderIndexEntry[] index, in MessageParts parts)
    {
        _bytes = bytes;
        _index = index;
        _parts = parts;
    }

    /// <summary>Where the message came from; set by the receiver, read when a response is written and routed (RFC 3581).</summary>
    public SipFlow Flow { get; set; }

    public bool IsRequest => _parts.StatusCode == 0;

    /// <summary>The request's method; for a response the method of its CSeq.</summary>
    public SipMethod Method => _parts.Method;

    /// <summary>The method as written, also when unknown; for a response the method of its CSeq.</summary>
    public ReadOnlySpan<byte> MethodToken => _parts.MethodToken.In(_bytes);

    /// <summary>100 to 699; 0 for a request.</summary>
    public int StatusCode => _parts.StatusCode;

    public ReadOnlySpan<byte> ReasonPhrase => IsRequest ? default : _parts.StartLineText.In(_bytes);

    /// <summary>The Request-URI as written; empty for a response.</summary>
    public ReadOnlySpan<byte> RequestUriText => IsRequest ? _parts.StartLineText.In(_bytes) : default;

    public ReadOnlySpan<byte> Body => _bytes.AsSpan(_parts.BodyStart, _parts.BodyEnd - _parts.BodyStart);

    /// <summary>The whole message as received, folded lines already joined.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _parts.BodyEnd);

    public int HeaderCount => _index.Length;

    /// <summary>The topmost Via.</summary>
    public ViaHeader TopVia => _parts.TopVia;

    public ReadOnlySpan<byte> CallId => _parts.CallId.In(_bytes);

    public uint CSeq => _parts.CSeq;

    /// <summary>Empty when From carries no tag (RFC 2543).</summary>
    public ReadOnlySpan<byte> FromTag => _parts.FromTag.In(_bytes);

    /// <summary>Empty outside a dialog.</summary>
    public ReadOnlySpan<byte> ToTag => _parts.ToTag.In(_bytes);

    internal byte[] Buffer => _bytes;

    /// <summary>One header line by position.</summary>
    public HeaderLine LineAt(int index)
    {
        ref readonly var entry = ref _index[index];
        return new HeaderLine(entry.Header, entry.Name.In(_bytes), entry.Value.In(_bytes));
    }

    internal Slice SliceAt(int index) => _index[index].Value;

    /// <summary>Position of the next line of this header from <paramref name="from"/> on, or -1.</summary>
    public int IndexOf(SipHeader header, int from = 0)
    {
        for (var i = from; i < _index.Length; i++)
        {
            if (_index[i].Header == header)
            {
                return i;
            }
        }

        return -1;
    }

    public bool Has(SipHeader header) => IndexOf(header) >= 0;

    /// <summary>The value of the first line of this header; empty when missing.</summary>
    public ReadOnlySpan<byte> Value(SipHeader header)
    {
        var index = IndexOf(header);
        return index < 0 ? default : _index[index].Value.In(_bytes);
    }

    /// <summary>The value of the first line of this header as text; null when missing.</summary>
    public string? Text(SipHeader header)
    {
        var index = IndexOf(header);
        return index < 0 ? null : Encoding.UTF8.GetString(_index[index].Value.In(_bytes));
    }

    /// <summary>The value of the first line with this name, ignoring case; for headers without a name in <see cref="SipHeader"/>.</summary>
    public string? Text(string headerName)
    {
        ArgumentNullException.ThrowIfNull(headerName);
        foreach (ref readonly var entry in _index.AsSpan())
        {
            if (Ascii.EqualsIgnoreCase(entry.Name.In(_bytes), headerName))
            {
                return Encoding.UTF8.GetString(entry.Value.In(_bytes));
            }
        }

        return null;
    }

    /// <summary>All values of this header, over repeated lines and commas.</summary>
    public HeaderValues Values(SipHeader header) => new(this, header);

    public override string ToString() => Encoding.UTF8.GetString(Bytes);
}
