namespace CallCenter.Sip.Messages;

/// <summary>One value of a Via header (RFC 3261 §20.42), pointing into the bytes of its message.</summary>
public readonly struct ViaHeader
{
    private readonly byte[] _buffer;
    private readonly Slice _sentBy;
    private readonly Slice _host;
    private readonly Slice _branch;
    private readonly Slice _parameters;
    private readonly Slice _whole;

    private ViaHeader(byte[] buffer, Slice whole, Slice sentBy, Slice host, Slice branch, Slice parameters)
    {
        _buffer = buffer;
        _whole = whole;
        _sentBy = sentBy;
        _host = host;
        _branch = branch;
        _parameters = parameters;
    }

    public SipTransport Transport { get; private init; }

    /// <summary>The port of sent-by; 0 when none is written.</summary>
    public ushort Port { get; private init; }

    /// <summary>The sender asked for symmetric responses (RFC 3581): the parameter is present, with or without value.</summary>
    public bool HasRport { get; private init; }

    /// <summary>Host and port as written.</summary>
    public ReadOnlySpan<byte> SentBy => _sentBy.In(_buffer);

    /// <summary>The host of sent-by; an IPv6 address keeps its brackets.</summary>
    public ReadOnlySpan<byte> Host => _host.In(_buffer);

    /// <summary>Empty when the parameter is missing.</summary>
    public ReadOnlySpan<byte> Branch => _branch.In(_buffer);

    /// <summary>All parameters, from the first semicolon.</summary>
    public ReadOnlySpan<byte> Parameters => _parameters.In(_buffer);

    /// <summary>The whole value.</summary>
    public ReadOnlySpan<byte> Text => _whole.In(_buffer);

    /// <summary>The address the next hop saw, from the response; empty when missing.</summary>
    public ReadOnlySpan<byte> Received => SipParams.TryGet(Parameters, "received"u8, out var value) ? value : default;

    /// <summary>The port the next hop saw, from the response; 0 when missing.</summary>
    public ushort ReceivedPort =>
        SipParams.TryGet(Parameters, "rport"u8, out var value) && SipChars.TryNumber(value, ushort.MaxValue, out var port)
            ? (ushort)port : (ushort)0;

    /// <summary>Where the next value of the same line begins; the end of the line when this is its last.</summary>
    internal int End { get; private init; }

    internal Slice BranchSlice => _branch;

    internal Slice SentBySlice => _sentBy;

    internal static bool TryParse(byte[] buffer, int start, int lineEnd, out ViaHeader via)
    {
        via = default;
        var line = buffer.AsSpan(0, lineEnd);
        var begin = SipChars.SkipSpace(line, start);
        if (!TryProtocol(line, begin, out var transport, out var at)
            || !TrySentBy(line, at, out var host, out var port, out var afterSentBy))
        {
            return false;
        }

        var parametersStart = SipChars.SkipSpace(line, afterSentBy);
        var end = parametersStart;
        while (end < lineEnd && line[end] != ',')
        {
            end = line[end] == '"' ? SipChars.SkipQuoted(line, end) : end + 1;
            if (end < 0)
            {
                return false;
            }
        }

        var parameters = SipChars.Trim(line[parametersStart..end]);
        if (!parameters.IsEmpty && parameters[0] != ';')
        {
            return false;
        }

        if (!TryParameters(line, parameters, out var branch, out var hasRport))
        {
            return false;
        }

        var parametersSlice = Slice.Of(parametersStart, parametersStart + parameters.Length);
        var whole = Slice.Of(begin, parameters.IsEmpty ? afterSentBy : parametersSlice.End);
        via = new ViaHeader(buffer, whole, Slice.Of(host.Start, afterSentBy), host, branch, parametersSlice)
        {
            Transport = transport,
            Port = port,
            HasRport = hasRport,
            End = end,
        };
        return true;
    }

    /// <summary>Any version is read: whoever speaks another one is told so with a response along this Via (RFC 4475 §3.1.2.16).</summary>
    private static bool TryProtocol(ReadOnlySpan<byte> line, int at, out SipTransport transport, out int end)
    {
        transport = SipTransport.Unknown;
        end = at;
        if (!TakeToken(line, ref end, out var name) || !System.Text.Ascii.EqualsIgnoreCase(name, "SIP"u8) || !TakeSlash(line, ref end)
            || !TakeToken(line, ref end, out _) || !TakeSlash(line, ref end)
            || !TakeToken(line, ref end, out var token))
        {
            return false;
        }

        transport = SipTransports.Parse(token);
        var afterSpace = SipChars.SkipSpace(line, end);
        var separated = afterSpace > end;
        end = afterSpace;
        return separated;
    }

    private static bool TakeToken(ReadOnlySpan<byte> line, ref int at, out ReadOnlySpan<byte> token)
    {
        var start = at;
        var length = line[at..].IndexOfAnyExcept(SipChars.Token);
        at = length < 0 ? line.Length : at + length;
        token = line[start..at];
        return !token.IsEmpty;
    }

    private static bool TakeSlash(ReadOnlySpan<byte> line, ref int at)
    {
        at = SipChars.SkipSpace(line, at);
        if (at >= line.Length || line[at] != '/')
        {
            return false;
        }

        at = SipChars.SkipSpace(line, at + 1);
        return true;
    }

    private static bool TrySentBy(ReadOnlySpan<byte> line, int at, out Slice host, out ushort port, out int end)
    {
        host = default;
        port = 0;
        end = at;
        if (at >= line.Length)
        {
            return false;
        }

        if (line[at] == '[')
        {
            var close = line[at..].IndexOf((byte)']');
            end = close < 0 ? at : at + close + 1;
        }
        else
        {
            TakeToken(line, ref end, out _);
        }

        host = Slice.Of(at, end);
        var colon = SipChars.SkipSpace(line, end);
        if (colon >= line.Length || line[colon] != ':')
        {
            return !host.IsEmpty;
        }

        var digits = SipChars.SkipSpace(line, colon + 1);
        end = digits;
        while (end < line.Length && SipChars.IsDigit(line[end]))
        {
            end++;
        }

        var ok = SipChars.TryNumber(line[digits..end], ushort.MaxValue, out var number);
        port = (ushort)number;
        return ok && !host.IsEmpty;
    }

    private static bool TryParameters(
        ReadOnlySpan<byte> line, ReadOnlySpan<byte> parameters, out Slice branch, out bool hasRport)
    {
        branch = default;
        hasRport = false;
        var rest = parameters;
        while (SipParams.TryNext(ref rest, out var name, out var value))
        {
            // An empty parameter is tolerated here, so that a request with one can be answered (RFC 4475 §3.1.2.1).
            if (name.Length == 6 && System.Text.Ascii.EqualsIgnoreCase(name, "branch"u8))
            {
                line.Overlaps(value, out var start);
                branch = value.IsEmpty ? default : Slice.Of(start, start + value.Length);
            }
            else if (name.Length == 5 && System.Text.Ascii.EqualsIgnoreCase(name, "rport"u8))
            {
                hasRport = true;
            }
        }

        return SipChars.Trim(rest).IsEmpty;
    }
}
