namespace CallCenter.Sip.Sdp;

/// <summary>Words and sides of <see cref="SdpDirection"/>.</summary>
public static class SdpDirections
{
    /// <summary>The attribute that says it (RFC 8866 §6.7).</summary>
    public static string Word(this SdpDirection direction) => direction switch
    {
        SdpDirection.SendOnly => "sendonly",
        SdpDirection.RecvOnly => "recvonly",
        SdpDirection.Inactive => "inactive",
        _ => "sendrecv",
    };

    /// <summary>Null for every other attribute.</summary>
    public static SdpDirection? Of(ReadOnlySpan<byte> attribute) => attribute switch
    {
        _ when attribute.SequenceEqual("sendrecv"u8) => SdpDirection.SendRecv,
        _ when attribute.SequenceEqual("sendonly"u8) => SdpDirection.SendOnly,
        _ when attribute.SequenceEqual("recvonly"u8) => SdpDirection.RecvOnly,
        _ when attribute.SequenceEqual("inactive"u8) => SdpDirection.Inactive,
        _ => null,
    };

    public static bool Sends(this SdpDirection direction) => direction is SdpDirection.SendRecv or SdpDirection.SendOnly;

    public static bool Receives(this SdpDirection direction) => direction is SdpDirection.SendRecv or SdpDirection.RecvOnly;

    /// <summary>What is left of what we want, where the peer says this of itself: we send what it receives (RFC 3264 §6.1).</summary>
    public static SdpDirection Facing(this SdpDirection wanted, SdpDirection peers)
    {
        var (sends, receives) = (wanted.Sends() && peers.Receives(), wanted.Receives() && peers.Sends());
        return sends ? receives ? SdpDirection.SendRecv : SdpDirection.SendOnly : receives ? SdpDirection.RecvOnly : SdpDirection.Inactive;
    }
}
