namespace CallCenter.Sip.Sdp;

/// <summary>Direction of a medium from the sender's view (RFC 8866 §6.7).</summary>
public enum SdpDirection : byte
{
    SendRecv,
    SendOnly,
    RecvOnly,
    Inactive,
}
