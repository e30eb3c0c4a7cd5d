namespace CallCenter.Sip.Sdp;

/// <summary>What we describe of ourselves in one dialog: one audio stream.</summary>
/// <param name="SessionId">The same in all descriptions of the dialog, as is the address in <c>o=</c> (RFC 3264 §8).</param>
/// <param name="Version">Counts up by one with every description that differs from the one before.</param>
/// <param name="Address">IPv4, or IPv6 without brackets.</param>
/// <param name="Formats">What we understand, in the order of our preference, under the numbers of our own offers.</param>
/// <param name="HasRtcpMux">RTCP can be received on <paramref name="Port"/> as well.</param>
/// <param name="Crypto">
/// What our offer encrypts with; null: it is in clear. An answer is encrypted where the offer is: of this it has the key, and suite and tag
/// of the offer.
/// </param>
/// <param name="Place">How many lines stand before ours.</param>
/// <param name="Others">
/// All others, which are switched off; null: there are none. A description has the lines of the one before (RFC 3264 §8).
/// </param>
public sealed record LocalAudio(
    ulong SessionId, ulong Version, string Address, int Port, IReadOnlyList<AudioFormat> Formats,
    SdpDirection Direction = SdpDirection.SendRecv, bool HasRtcpMux = true,
    CryptoAttribute? Crypto = null, int Place = 0, IReadOnlyList<MediaLine>? Others = null);
