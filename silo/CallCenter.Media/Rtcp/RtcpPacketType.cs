namespace CallCenter.Media.Rtcp;

/// <summary>RTCP packet types (RFC 3550 §12.1). Others, such as feedback (RFC 4585), pass by unread.</summary>
public enum RtcpPacketType : byte
{
    SenderReport = 200,
    ReceiverReport = 201,
    SourceDescription = 202,
    Goodbye = 203,
    Application = 204,
}
