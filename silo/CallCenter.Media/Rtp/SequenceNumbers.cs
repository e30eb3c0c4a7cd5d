namespace CallCenter.Media.Rtp;

/// <summary>Arithmetic of numbers that wrap (RFC 3550 A.1, RFC 3711 §3.3.1).</summary>
public static class SequenceNumbers
{
    /// <summary>
    /// The 16 bits of a packet beside the number they belong to, as 32 bits with the roll-overs in the upper half: the nearest one.
    /// May be less than <paramref name="near"/>; below zero it wraps, as everything here does.
    /// </summary>
    public static uint Extend(ushort sequenceNumber, uint near) => (uint)(near + (short)(sequenceNumber - (ushort)near));

    /// <summary>How far the first is ahead of the second; negative when it is behind.</summary>
    public static int Distance(uint first, uint second) => (int)(first - second);
}
