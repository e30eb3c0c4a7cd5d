namespace CallCenter.Abstractions.Calls;

/// <summary>
/// What is needed to go on with the media of a leg after a restart: the same ports, the same stream (RFC 3550), the same descriptions. Kept
/// in events, never shown to users.
/// </summary>
/// <param name="Port">Where we listen to RTP; RTCP is the port above.</param>
/// <param name="Ssrc">Of the stream that we send.</param>
/// <param name="Sequence">Of its last packet at <paramref name="At"/>, roll-overs in the upper half.</param>
/// <param name="Timestamp">Of that packet.</param>
/// <param name="At">When the two were read: Unix milliseconds UTC.</param>
/// <param name="Sdp">The last session description that we gave the user agent.</param>
/// <param name="PeerSdp">Its own that goes with it; null before it gave one.</param>
public sealed record LegMedia(int Port, uint Ssrc, uint Sequence, uint Timestamp, long At, byte[] Sdp, byte[]? PeerSdp);
