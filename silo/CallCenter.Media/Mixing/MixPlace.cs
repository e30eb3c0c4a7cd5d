using CallCenter.Media.Engine;

namespace CallCenter.Media.Mixing;

/// <summary>How a leg takes part in a conference.</summary>
/// <param name="WhisperTo">With <see cref="MixRole.Whisper"/>: who hears it; without, nobody does.</param>
/// <param name="Gain">Of what it says: 1 as it is, 0 muted, 2 twice as loud (6 dB).</param>
public sealed record MixPlace(MixRole Role, MediaLeg? WhisperTo = null, double Gain = 1);
