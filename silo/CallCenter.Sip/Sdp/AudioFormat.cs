namespace CallCenter.Sip.Sdp;

/// <summary>One way to encode audio, or what goes with it, under its payload type in one description (RFC 8866 §6.6, §6.15).</summary>
/// <param name="PayloadType">0–127; the number is the describer's own, its meaning is in the rest.</param>
/// <param name="Name">As registered with IANA, e.g. <c>PCMA</c>, <c>telephone-event</c>; compared without case.</param>
/// <param name="ClockRate">Hz.</param>
/// <param name="Parameters">Of <c>a=fmtp</c>, as written; null: none.</param>
public sealed record AudioFormat(int PayloadType, string Name, int ClockRate, int Channels = 1, string? Parameters = null)
{
    public static readonly AudioFormat Pcma = new(8, "PCMA", 8000);
    public static readonly AudioFormat Pcmu = new(0, "PCMU", 8000);

    /// <summary>Key presses (RFC 4733) under the number that nearly all phones use.</summary>
    public static readonly AudioFormat Keys = new(101, "telephone-event", 8000, Parameters: "0-16");

    // RFC 3551 §6, those of audio that are still met: they need no a=rtpmap.
    private static readonly Dictionary<int, AudioFormat> Static = new AudioFormat[]
    {
        Pcmu, Pcma, new(3, "GSM", 8000), new(4, "G723", 8000), new(9, "G722", 8000), new(13, "CN", 8000), new(18, "G729", 8000),
    }.ToDictionary(format => format.PayloadType);

    /// <summary>Key presses and comfort noise go beside the audio: they alone are no conversation.</summary>
    public bool IsBesideAudio => IsNamed("telephone-event") || IsNamed("CN") || IsNamed("red");

    public bool IsNamed(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The same encoding, whatever numbers both have.</summary>
    public bool Fits(AudioFormat other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsNamed(other.Name) && ClockRate == other.ClockRate && Channels == other.Channels;
    }

    /// <summary>The meaning of a payload type that no <c>a=rtpmap</c> explains; null: none.</summary>
    internal static AudioFormat? OfStatic(int payloadType) => Static.GetValueOrDefault(payloadType);
}
