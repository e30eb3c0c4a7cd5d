namespace CallCenter.Sip.Sdp;

/// <summary>What offer and answer agreed on for one audio stream, seen from us (RFC 3264 §6, §7).</summary>
/// <param name="Address">Where the peer receives; an IP address as it wrote it.</param>
/// <param name="RtcpPort">The same as <paramref name="Port"/> with rtcp-mux.</param>
/// <param name="Receives">What the peer may send, under the numbers that it has to use.</param>
/// <param name="Sends">What we may send, under the peer's numbers, its favourite first.</param>
/// <param name="Direction">Of ours.</param>
/// <param name="Crypto">The line that each side wrote, with the key it encrypts with; null where audio is in clear.</param>
public sealed record AudioTerms(
    string Address, int Port, int RtcpPort, bool HasRtcpMux, IReadOnlyList<AudioFormat> Receives, IReadOnlyList<AudioFormat> Sends,
    SdpDirection Direction, (CryptoAttribute Ours, CryptoAttribute Theirs)? Crypto = null);
