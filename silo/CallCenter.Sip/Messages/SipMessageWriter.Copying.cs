using System.Text;

namespace CallCenter.Sip.Messages;

/// <content>Messages made from other messages.</content>
public sealed partial class SipMessageWriter
{
    /// <summary>
    /// Starts a response with what every response copies (RFC 3261 §8.2.6.2): Via (the topmost completed with received and rport,
    /// RFC 3581), From, To with <paramref name="toTag"/> unless it already has one, Call-ID, CSeq; Record-Route where the
    /// response can create a dialog (§12.1.1); Timestamp in a 100.
    /// </summary>
    public SipMessageWriter Response(SipMessage request, int statusCode, SipTag toTag = default, string? reasonPhrase = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        StatusLine(statusCode, reasonPhrase);
        CopyVias(request);
        if (statusCode is > 100 and < 300)
        {
            Copy(request, SipHeader.RecordRoute);
        }

        Copy(request, SipHeader.From);
        CopyTo(request, statusCode == 100 ? default : toTag);
        Copy(request, SipHeader.CallId);
        Copy(request, SipHeader.CSeq);
        if (statusCode == 100)
        {
            Copy(request, SipHeader.Timestamp);
        }

        return this;
    }

    /// <summary>The whole ACK for a final response other than 2xx (RFC 3261 §17.1.1.3), ended.</summary>
    public SipMessageWriter Ack(SipMessage invite, SipMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        StartLike(invite, SipMethod.Ack);
        Header(SipHeader.To, response.Value(SipHeader.To));
        return FinishLike(invite, SipMethod.Ack).End();
    }

    /// <summary>A CANCEL for this INVITE with the INVITE's own branch (RFC 3261 §9.1), to be ended by the caller.</summary>
    /// <param name="reason">The value of its Reason header (RFC 3326); null for none.</param>
    public SipMessageWriter Cancel(SipMessage invite, SipBranch branch, string? reason = null)
    {
        StartLike(invite, SipMethod.Cancel);
        Branch = branch;
        Copy(invite, SipHeader.To);
        FinishLike(invite, SipMethod.Cancel);
        return reason is null ? this : Header(SipHeader.Reason, reason);
    }

    /// <summary>Copies every line of a header, under its long name.</summary>
    public SipMessageWriter Copy(SipMessage message, SipHeader header)
    {
        ArgumentNullException.ThrowIfNull(message);
        for (var i = message.IndexOf(header); i >= 0; i = message.IndexOf(header, i + 1))
        {
            Header(header, message.LineAt(i).Value);
        }

        return this;
    }

    /// <summary>Copies every line whose header is in the set; <see cref="SipHeader.Unknown"/> stands for all unknown ones.</summary>
    public SipMessageWriter Copy(SipMessage message, SipHeaderSet headers)
    {
        ArgumentNullException.ThrowIfNull(message);
        for (var i = 0; i < message.HeaderCount; i++)
        {
            var line = message.LineAt(i);
            if (headers.Contains(line.Header))
            {
                Append(line.Header == SipHeader.Unknown ? line.Name : line.Header.Token());
                Append(": "u8);
                Append(line.Value);
                Append("\r\n"u8);
            }
        }

        return this;
    }

    /// <summary>
    /// Ends the message with the other's session description, byte for byte. What else stood in a multipart body was meant for us, not for
    /// whoever is behind us.
    /// </summary>
    public SipMessageWriter SdpOf(SipMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Sdp(message.Sdp);
    }

    /// <summary>A request without To gets a response without it: a 400, which says so.</summary>
    private void CopyTo(SipMessage request, SipTag tag)
    {
        var to = request.Value(SipHeader.To);
        if (to.IsEmpty)
        {
            return;
        }

        Name(SipHeader.To);
        Append(to);
        AppendTag(request.ToTag.IsEmpty ? tag : default);
        Append("\r\n"u8);
    }

    private void StartLike(SipMessage invite, SipMethod method)
    {
        ArgumentNullException.ThrowIfNull(invite);
        Clear();
        Method = method;
        Append(method.Token());
        Append(" "u8);
        Append(invite.RequestUriText);
        Append(" SIP/2.0\r\n"u8);
        Header(SipHeader.Via, invite.TopVia.Text);
        Copy(invite, SipHeader.Route);
        Append("Max-Forwards: 70\r\n"u8);
        Copy(invite, SipHeader.From);
    }

    private SipMessageWriter FinishLike(SipMessage invite, SipMethod method)
    {
        Copy(invite, SipHeader.CallId);
        return CSeq(invite.CSeq, method);
    }

    private void CopyVias(SipMessage request)
    {
        var first = true;
        for (var i = request.IndexOf(SipHeader.Via); i >= 0; i = request.IndexOf(SipHeader.Via, i + 1))
        {
            var value = request.LineAt(i).Value;
            if (first)
            {
                CompleteTopVia(request, value);
                first = false;
            }
            else
            {
                Header(SipHeader.Via, value);
            }
        }
    }

    /// <summary>
    /// RFC 3581 §4: with rport both parameters, else received only when the sent-by is not the source (RFC 3261 §18.2.1).
    /// </summary>
    private void CompleteTopVia(SipMessage request, ReadOnlySpan<byte> line)
    {
        var via = request.TopVia;
        if (request.Flow.IsNone || via.Host.IsEmpty)
        {
            Header(SipHeader.Via, line);
            return;
        }

        Span<byte> source = stackalloc byte[45];
        source = source[..request.Flow.Remote.FormatAddress(source)];
        var parameters = via.Parameters;
        Append("Via: "u8);
        Append(via.Text[..(via.Text.Length - parameters.Length)]);
        while (SipParams.TryNext(ref parameters, out var name, out var value))
        {
            if (name.IsEmpty || Ascii.EqualsIgnoreCase(name, "received"u8) || Ascii.EqualsIgnoreCase(name, "rport"u8))
            {
                continue;
            }

            Append(";"u8).Append(name);
            if (!value.IsEmpty)
            {
                Append("="u8).Append(value);
            }
        }

        if (via.HasRport || !via.Host.SequenceEqual(source))
        {
            Append(";received="u8).Append(source);
        }

        if (via.HasRport)
        {
            Append(";rport="u8).AppendNumber(request.Flow.Remote.Port);
        }

        Append(line[via.Text.Length..]).Append("\r\n"u8);
    }
}
