using CallCenter.Media.Codecs;

namespace CallCenter.Media.Engine;

/// <summary>The formats of a leg by payload type, for one look per packet.</summary>
internal sealed class LegFormats
{
    private const byte HighestType = 127;

    private readonly PayloadKind[] _kinds = new PayloadKind[HighestType + 1];
    private readonly G711Law?[] _laws = new G711Law?[HighestType + 1];

    /// <exception cref="ArgumentOutOfRangeException">A payload type above 127.</exception>
    public LegFormats(LegTerms terms)
    {
        foreach (var format in terms.Receives.Concat(terms.Sends))
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(format.PayloadType, HighestType, nameof(PayloadFormat.PayloadType));
        }

        // Phones send comfort noise under its static type without a word about it (RFC 3389 §5 wants one).
        _kinds[PayloadFormat.ComfortNoise.PayloadType] = PayloadKind.ComfortNoise;
        foreach (var format in terms.Receives)
        {
            _kinds[format.PayloadType] = format.IsTelephoneEvent ? PayloadKind.TelephoneEvent
                : format.IsComfortNoise ? PayloadKind.ComfortNoise : PayloadKind.Audio;
            _laws[format.PayloadType] = format.Law;
        }

        Spoken = terms.Sends.FirstOrDefault(format => format.Law is not null);
        Keys = terms.Sends.FirstOrDefault(format => format.IsTelephoneEvent);
        ClockRate = terms.Receives.FirstOrDefault(format => Kind(format.PayloadType) == PayloadKind.Audio)?.ClockRate ?? G711.SampleRate;
    }

    /// <summary>Of the audio; keys and noise beside it count the same way (RFC 4733 §2.1).</summary>
    public int ClockRate { get; }

    /// <summary>What we speak ourselves: G.711, or null where the peer does not understand it.</summary>
    public PayloadFormat? Spoken { get; }

    /// <summary>How we send keys; null where the peer does not understand them.</summary>
    public PayloadFormat? Keys { get; }

    public PayloadKind Kind(byte payloadType) => _kinds[payloadType];

    /// <summary>Null for what is no G.711.</summary>
    public G711Law? Law(byte payloadType) => _laws[payloadType];
}
