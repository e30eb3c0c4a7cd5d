namespace CallCenter.Media.Prompts;

/// <summary>How one sample stands in a file; all are little-endian.</summary>
internal enum WaveCoding
{
    /// <summary>Unsigned, silence is 128.</summary>
    Pcm8,
    Pcm16,
    Pcm24,
    Pcm32,
    Float32,
    Float64,
    ALaw,
    MuLaw,
}
