namespace CallCenter.Sip.Messages;

/// <summary>Bounds that hold for every message; what exceeds them is refused with 400, 413 or 513, or dropped.</summary>
public static class SipLimits
{
    /// <summary>The largest message, start line to body: what fits one UDP datagram, and the same over a stream.</summary>
    public const int MaxMessageBytes = 65_535;

    /// <summary>The most header lines in one message.</summary>
    public const int MaxHeaders = 128;

    /// <summary>The longest URI that is parsed.</summary>
    public const int MaxUriBytes = 2_048;
}
