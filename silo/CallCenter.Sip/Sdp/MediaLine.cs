namespace CallCenter.Sip.Sdp;

/// <summary>One <c>m=</c> line with what belongs to it (RFC 8866 §5.14).</summary>
/// <param name="Kind">E.g. <c>audio</c>.</param>
/// <param name="Port">0: refused, or switched off.</param>
/// <param name="Protocol">E.g. <c>RTP/AVP</c>.</param>
/// <param name="FormatList">The formats as written, for an answer that refuses the line.</param>
/// <param name="Formats">Those that are explained, in the order of the sender's preference.</param>
/// <param name="Address">Where it is received: the line's <c>c=</c>, else the session's; empty: none.</param>
/// <param name="RtcpPort">Of <c>a=rtcp</c> (RFC 3605); null: the port after <paramref name="Port"/>.</param>
/// <param name="HasRtcpMux">RTCP may share the port (RFC 5761).</param>
/// <param name="Crypto">Of its <c>a=crypto</c> lines those that we can do, in the order of the sender's preference (RFC 4568).</param>
public sealed record MediaLine(
    string Kind, int Port, string Protocol, string FormatList, IReadOnlyList<AudioFormat> Formats, SdpDirection Direction, string Address,
    int? RtcpPort, bool HasRtcpMux, IReadOnlyList<CryptoAttribute> Crypto)
{
    public bool IsAudio => Kind == "audio";

    /// <summary>Plain RTP, with or without early feedback (RFC 3551, RFC 4585).</summary>
    public bool IsPlainRtp => Protocol is "RTP/AVP" or "RTP/AVPF";

    /// <summary>SRTP with keys that are in the description (RFC 3711, RFC 4568, RFC 5124).</summary>
    public bool IsSecureRtp => Protocol is "RTP/SAVP" or "RTP/SAVPF";

    /// <summary>Audio that is not switched off, in clear or encrypted with what we can do.</summary>
    public bool IsTalkable => IsAudio && Port > 0 && (IsPlainRtp || (IsSecureRtp && Crypto.Count > 0));
}
