namespace CallCenter.Sip.Messages;

/// <summary>
/// Why bytes are no valid message. <see cref="StatusCode"/> is the answer a request deserves; 0 means it cannot or must not be
/// answered (no SIP at all, a response, an ACK, or the headers a response needs are unreadable): drop it and count.
/// </summary>
public readonly record struct SipParseError(int StatusCode, string Reason)
{
    /// <summary>True when the parser also returned a message from which a response can be built.</summary>
    public bool CanAnswer => StatusCode != 0;
}
