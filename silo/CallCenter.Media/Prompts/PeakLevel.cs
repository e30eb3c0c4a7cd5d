namespace CallCenter.Media.Prompts;

/// <summary>
/// Brings a recording to the level of others by its loudest sample: to −3 dBFS, down or up, but up by 20 dB at most, so that a room in
/// which nobody speaks does not become a storm.
/// </summary>
internal static class PeakLevel
{
    /// <summary>−3 dBFS.</summary>
    public const float Target = 0.7079f;

    private const float MostGain = 10;

    /// <param name="samples">In place, from −1 to 1.</param>
    public static void Apply(Span<float> samples)
    {
        var peak = 0f;
        foreach (var sample in samples)
        {
            peak = Math.Max(peak, Math.Abs(sample));
        }

        var gain = peak > 0 ? Math.Min(Target / peak, MostGain) : 1;
        foreach (ref var sample in samples)
        {
            sample *= gain;
        }
    }
}
