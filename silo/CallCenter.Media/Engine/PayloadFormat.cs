using CallCenter.Media.Codecs;

namespace CallCenter.Media.Engine;

/// <summary>What one payload type stands for, as a=rtpmap says it (RFC 8866 §6.6).</summary>
/// <param name="PayloadType">0 to 127.</param>
/// <param name="EncodingName">Compared without case. Of what we do not know ourselves, packets are passed on as they are.</param>
/// <param name="ClockRate">Timestamp units a second.</param>
public sealed record PayloadFormat(byte PayloadType, string EncodingName, int ClockRate = G711.SampleRate, int Channels = 1)
{
    /// <summary>G.711 µ-law under its static type (RFC 3551 §6).</summary>
    public static PayloadFormat Pcmu { get; } = new(0, "PCMU");

    /// <summary>G.711 A-law under its static type (RFC 3551 §6).</summary>
    public static PayloadFormat Pcma { get; } = new(8, "PCMA");

    /// <summary>Comfort noise (RFC 3389) under its static type.</summary>
    public static PayloadFormat ComfortNoise { get; } = new(13, "CN");

    /// <summary>Keys under the type that everybody uses, though it is dynamic (RFC 4733).</summary>
    public static PayloadFormat TelephoneEvent { get; } = new(101, "telephone-event");

    /// <summary>Null for other codecs than G.711.</summary>
    public G711Law? Law => Is("PCMA") ? G711Law.A : Is("PCMU") ? G711Law.Mu : null;

    public bool IsTelephoneEvent => Is("telephone-event");

    public bool IsComfortNoise => Is("CN");

    /// <summary>Whether both carry audio in the same form, so that a packet of one is a packet of the other.</summary>
    public bool IsSameAs(PayloadFormat other) => other.Is(EncodingName) && other.ClockRate == ClockRate && other.Channels == Channels;

    private bool Is(string name) => EncodingName.Equals(name, StringComparison.OrdinalIgnoreCase);
}
