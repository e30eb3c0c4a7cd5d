using CallCenter.Media.Quality;

namespace CallCenter.Media.Engine;

/// <summary>How a leg went, told when it is closed.</summary>
/// <param name="Heard">What came from the peer, as we measured it.</param>
/// <param name="Sent">What the peer said of ours in its last report; null when it never reported.</param>
/// <param name="PacketsSent">Packets that we sent.</param>
/// <param name="Refused">Packets that were none, or came from a source that is not the leg's.</param>
public sealed record LegQuality(StreamQuality Heard, StreamQuality? Sent, long PacketsSent, long Refused);
