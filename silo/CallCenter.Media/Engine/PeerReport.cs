using CallCenter.Media.Quality;
using CallCenter.Media.Rtcp;
using CallCenter.Media.Streams;

namespace CallCenter.Media.Engine;

/// <summary>What a peer last reported of the stream we send it.</summary>
internal sealed class PeerReport
{
    private ReportBlock? _last;
    private long _expected;

    /// <summary>To the peer and back, the newest one measured.</summary>
    public TimeSpan? RoundTrip { get; private set; }

    /// <param name="nowNtp">The middle of the NTP time.</param>
    /// <param name="outbound">The stream it is about.</param>
    public void Hear(in ReportBlock block, uint nowNtp, OutboundStream outbound)
    {
        _last = block;
        RoundTrip = NtpTime.RoundTrip(nowNtp, block) ?? RoundTrip;

        // Its roll-overs are its own, so only the lower half is compared: what it has not heard of yet is not expected of it.
        var underWay = (ushort)(outbound.Highest - block.HighestSequenceNumber);
        _expected = Math.Max(0, (long)(outbound.Highest - outbound.Before) - underWay);
    }

    /// <summary>Null when nothing was reported.</summary>
    public StreamQuality? Quality(int clockRate) => _last is not { } block ? null : new StreamQuality(
        _expected, block.CumulativeLost, 0, TimeSpan.FromSeconds((double)block.Jitter / clockRate), RoundTrip);
}
