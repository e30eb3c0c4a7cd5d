using CallCenter.Media.Codecs;

namespace CallCenter.Media.Tests.Mixing;

/// <summary>How much of one frequency is in a frame (Goertzel, 1958).</summary>
internal static class Goertzel
{
    /// <summary>The amplitude of the sine that is in the samples.</summary>
    public static double Amplitude(IReadOnlyList<short> samples, double hertz)
    {
        var (before, last) = (0.0, 0.0);
        var factor = 2 * Math.Cos(2 * Math.PI * hertz / 8_000);
        foreach (var sample in samples)
        {
            (before, last) = (last, sample + (factor * last) - before);
        }

        return 2 * Math.Sqrt((last * last) + (before * before) - (factor * last * before)) / samples.Count;
    }

    /// <summary>The same of A-law.</summary>
    public static double Amplitude(byte[] codes, double hertz) => Amplitude([.. codes.Select(G711.DecodeA)], hertz);
}
