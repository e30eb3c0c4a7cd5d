namespace CallCenter.Media.Ports;

/// <summary>The ports of one leg (RFC 3550 §11).</summary>
/// <param name="Rtp">Even; RTCP is the odd one above, or the same with rtcp-mux.</param>
public readonly record struct PortPair(int Rtp)
{
    public int Rtcp => Rtp + 1;
}
