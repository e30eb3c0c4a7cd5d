using System.Buffers.Text;
using System.Text;

namespace CallCenter.Sip.Messages;

/// <summary>
/// Composes one message after another straight into bytes. The buffer is reused: <see cref="Written"/> is valid until the next
/// <see cref="Request(SipMethod, SipUri)"/>, <see cref="Response"/> or <see cref="Ack"/>. Begin with a start line, add headers, end
/// with <see cref="End"/> or a body. Text that would break a line is made harmless, so no value can smuggle in a header.
/// </summary>
public sealed partial class SipMessageWriter
{
    private byte[] _buffer = new byte[2048];
    private int _length;

    /// <summary>The message composed so far.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <summary>The method of the request being composed.</summary>
    public SipMethod Method { get; private set; }

    /// <summary>The branch of the topmost Via written.</summary>
    public SipBranch Branch { get; private set; }

    /// <summary>The status code of the response being composed; 0 for a request.</summary>
    public int StatusCode { get; private set; }

    /// <summary>Starts a request with a known method.</summary>
    public SipMessageWriter Request(SipMethod method, SipUri requestUri)
    {
        ArgumentNullException.ThrowIfNull(requestUri);
        return Request(method, requestUri.Text);
    }

    /// <summary>Starts a request with a known method; the Request-URI may be of any scheme.</summary>
    public SipMessageWriter Request(SipMethod method, string requestUri)
    {
        Request(method.Token(), requestUri);
        Method = method;
        return this;
    }

    /// <summary>Starts a request; the method may be any token, the Request-URI any URI.</summary>
    public SipMessageWriter Request(ReadOnlySpan<byte> method, string requestUri)
    {
        Clear();
        Append(method);
        Append(" "u8);
        AppendText(requestUri);
        return Append(" SIP/2.0\r\n"u8);
    }

    /// <summary>Starts a status line; <see cref="Response"/> also writes the headers every response has.</summary>
    public SipMessageWriter StatusLine(int statusCode, string? reasonPhrase = null)
    {
        Clear();
        StatusCode = statusCode;
        Append("SIP/2.0 "u8);
        AppendNumber(statusCode);
        Append(" "u8);
        AppendText(reasonPhrase ?? SipStatus.ReasonPhrase(statusCode));
        return Append("\r\n"u8);
    }

    public SipMessageWriter Header(SipHeader header, ReadOnlySpan<byte> value)
    {
        Name(header);
        Append(value);
        return Append("\r\n"u8);
    }

    public SipMessageWriter Header(SipHeader header, string value)
    {
        Name(header);
        AppendText(value);
        return Append("\r\n"u8);
    }

    public SipMessageWriter Header(SipHeader header, long value)
    {
        Name(header);
        AppendNumber(value);
        return Append("\r\n"u8);
    }

    public SipMessageWriter Header(SipHeader header, NameAddr value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Header(header, value.ToString());
    }

    /// <summary>A header without a name in <see cref="SipHeader"/>.</summary>
    public SipMessageWriter Header(string name, string value)
    {
        AppendText(name);
        Append(": "u8);
        AppendText(value);
        return Append("\r\n"u8);
    }

    /// <summary>Via with our sent-by and branch, asking for symmetric responses (RFC 3581).</summary>
    public SipMessageWriter Via(SipTransport transport, string sentBy, SipBranch branch)
    {
        Branch = Branch.IsNone ? branch : Branch;
        Append("Via: SIP/2.0/"u8);
        Append(transport.Token());
        Append(" "u8);
        AppendText(sentBy);
        Append(";branch="u8);
        branch.Write(Reserve(branch.TextLength));
        return Append(";rport\r\n"u8);
    }

    /// <summary>From, To or any name-addr header with a tag of ours; a default tag is left out.</summary>
    public SipMessageWriter Party(SipHeader header, string nameAddr, SipTag tag = default)
    {
        Name(header);
        AppendText(nameAddr);
        AppendTag(tag);
        return Append("\r\n"u8);
    }

    /// <summary>From, To or any name-addr header with a peer's tag; an empty tag is left out.</summary>
    public SipMessageWriter Party(SipHeader header, string nameAddr, string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        Name(header);
        AppendText(nameAddr);
        if (tag.Length > 0)
        {
            Append(";tag="u8);
            AppendText(tag);
        }

        return Append("\r\n"u8);
    }

    public SipMessageWriter CSeq(uint number, SipMethod method) => CSeq(number, method.Token());

    public SipMessageWriter CSeq(uint number, ReadOnlySpan<byte> method)
    {
        Append("CSeq: "u8);
        AppendNumber(number);
        Append(" "u8);
        Append(method);
        return Append("\r\n"u8);
    }

    /// <summary>The header values this stack announces about itself: Allow and Supported.</summary>
    public SipMessageWriter Capabilities() =>
        Append("Allow: "u8).Append(SipCapabilities.Allow).Append("\r\nSupported: "u8).Append(SipCapabilities.Supported).Append("\r\n"u8);

    /// <summary>Ends the message without a body.</summary>
    public SipMessageWriter End() => Append("Content-Length: 0\r\n\r\n"u8);

    /// <summary>Ends the message with a body; an empty one writes no Content-Type.</summary>
    public SipMessageWriter Body(ReadOnlySpan<byte> contentType, ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return End();
        }

        Header(SipHeader.ContentType, contentType);
        Append("Content-Length: "u8);
        AppendNumber(body.Length);
        Append("\r\n\r\n"u8);
        return Append(body);
    }

    /// <summary>Ends the message with an SDP body; an empty one ends it without.</summary>
    public SipMessageWriter Sdp(ReadOnlySpan<byte> sdp) => Body("application/sdp"u8, sdp);

    private void Clear()
    {
        _length = 0;
        Method = SipMethod.Unknown;
        Branch = default;
        StatusCode = 0;
    }

    private void Name(SipHeader header)
    {
        Append(header.Token());
        Append(": "u8);
    }

    private SipMessageWriter Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        return this;
    }

    private void AppendText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Grow(Encoding.UTF8.GetMaxByteCount(text.Length));
        var written = Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
        var span = _buffer.AsSpan(_length, written);
        for (var at = span.IndexOfAny(SipChars.Forbidden); at >= 0; at = span.IndexOfAny(SipChars.Forbidden))
        {
            span[at] = (byte)' ';
        }

        _length += written;
    }

    private void AppendNumber(long number)
    {
        Grow(20);
        Utf8Formatter.TryFormat(number, _buffer.AsSpan(_length), out var written);
        _length += written;
    }

    private void AppendTag(SipTag tag)
    {
        if (!tag.IsNone)
        {
            Append(";tag="u8);
            tag.Write(Reserve(tag.TextLength));
        }
    }

    private Span<byte> Reserve(int count)
    {
        Grow(count);
        var span = _buffer.AsSpan(_length, count);
        _length += count;
        return span;
    }

    private void Grow(int count)
    {
        if (_buffer.Length - _length < count)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + count));
        }
    }
}
