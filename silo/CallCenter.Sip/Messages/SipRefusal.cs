namespace CallCenter.Sip.Messages;

/// <summary>Why a request is refused: status code and the header that says what would be right, where the RFC asks for one.</summary>
public sealed record SipRefusal(int StatusCode, SipHeader Header = SipHeader.Unknown, string HeaderValue = "", string? ReasonPhrase = null)
{
    /// <summary>Writes the whole response.</summary>
    public SipMessageWriter Write(SipMessageWriter writer, SipMessage request, SipTag toTag)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Response(request, StatusCode, toTag, ReasonPhrase);
        return Header == SipHeader.Unknown ? writer.End() : writer.Header(Header, HeaderValue).End();
    }
}
