using System.Diagnostics.CodeAnalysis;
using CallCenter.Media.Playing;

namespace CallCenter.Media.Prompts;

/// <summary>What came of reading a file: samples or a problem, never both.</summary>
/// <param name="Samples">16 bits, 8 kHz, mono; at least one.</param>
public sealed record WaveReading(short[]? Samples, WaveProblem? Problem)
{
    [MemberNotNullWhen(true, nameof(Samples))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsHeard => Samples is not null;

    /// <exception cref="InvalidOperationException">There was a problem.</exception>
    public AudioClip ToClip() => new(Samples ?? throw new InvalidOperationException($"There is no clip: {Problem}."));

    internal static WaveReading Of(short[] samples) => new(samples, null);

    internal static WaveReading Of(WaveProblem problem) => new(null, problem);
}
