namespace CallCenter.Media.Mixing;

/// <summary>
/// Keeps a sum of voices within 16 bits without breaking its form: the gain goes down within 5 ms for a frame that is too loud and comes
/// back slowly, always along a line, so that nothing clicks.
/// </summary>
internal sealed class Limiter
{
    private const float Ceiling = 30_000;
    private const int RampSamples = 40;

    // Back to nine tenths within a second.
    private const float ReleasePerFrame = 0.045f;

    private float _gain = 1;

    /// <param name="sum">One frame.</param>
    /// <param name="samples">As long.</param>
    public void Limit(ReadOnlySpan<float> sum, Span<short> samples)
    {
        var peak = 0f;
        foreach (var sample in sum)
        {
            peak = Math.Max(peak, Math.Abs(sample));
        }

        var wanted = peak > Ceiling ? Ceiling / peak : 1;
        var target = wanted < _gain ? wanted : Math.Min(wanted, _gain + ((1 - _gain) * ReleasePerFrame));
        for (var i = 0; i < sum.Length; i++)
        {
            var gain = i < RampSamples ? _gain + ((target - _gain) * (i + 1) / RampSamples) : target;

            // Only the first 5 ms of a frame that suddenly is too loud can be beyond.
            samples[i] = (short)Math.Clamp(sum[i] * gain, short.MinValue, short.MaxValue);
        }

        _gain = target;
    }
}
