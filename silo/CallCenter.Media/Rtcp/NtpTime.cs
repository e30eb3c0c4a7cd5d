namespace CallCenter.Media.Rtcp;

/// <summary>Times as RTCP writes them (RFC 3550 §4).</summary>
public static class NtpTime
{
    private static readonly DateTime Epoch = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Seconds since 1900 in the upper 32 bits (they wrap in 2036), their fraction in the lower.</summary>
    public static ulong Of(DateTime utc)
    {
        var ticks = (UInt128)(utc - Epoch).Ticks;
        return (ulong)((ticks << 32) / TimeSpan.TicksPerSecond);
    }

    /// <summary>The middle 32 bits: seconds and fraction with 16 bits each. Enough to measure a round trip.</summary>
    public static uint Middle(ulong ntp) => (uint)(ntp >> 16);

    /// <summary>A duration in units of 1/65536 s.</summary>
    public static uint Short(TimeSpan duration) => (uint)(duration.Ticks * 65_536 / TimeSpan.TicksPerSecond);

    /// <summary>
    /// The round trip that a report block tells its sender (RFC 3550 §6.4.1): now, less the report it answers, less the time it lay there.
    /// Null when no report was heard yet, and where clocks that were set make it negative or longer than a minute.
    /// </summary>
    /// <param name="now">The middle of the time at which the block was received.</param>
    public static TimeSpan? RoundTrip(uint now, in ReportBlock block)
    {
        if (block.LastSenderReport == 0)
        {
            return null;
        }

        var units = (int)(now - block.LastSenderReport - block.DelaySinceLastSenderReport);
        return units is >= 0 and < 60 * 65_536 ? TimeSpan.FromTicks(units * TimeSpan.TicksPerSecond / 65_536) : null;
    }
}
