namespace CallCenter.Media.Srtp;

/// <summary>What SRTP goes on from after a restart, beside the numbers of the stream we send.</summary>
/// <param name="NextReport">The index of our next report; none may come twice under a key.</param>
/// <param name="HeardSsrc">The stream heard last; 0 for none.</param>
/// <param name="HeardHighest">Its highest sequence number with roll-overs in the upper 16 bits, which no packet tells.</param>
public sealed record SrtpState(uint NextReport, uint HeardSsrc, uint HeardHighest);
