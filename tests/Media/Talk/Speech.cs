namespace CallCenter.Media.Tests.Talk;

/// <summary>Sounds at 8 kHz that are made of numbers: what they are and when is known.</summary>
internal static class Speech
{
    /// <summary>
    /// Like speech to a detector: harmonics of a voice whose loudness rises and falls four times a second, never quite to nothing.
    /// </summary>
    public static void Say(short[] samples, double fromSeconds, double toSeconds, double peak = 8_000)
    {
        for (var i = At(fromSeconds); i < At(toSeconds); i++)
        {
            var t = i / 8_000.0;
            var syllable = 0.05 + (0.95 * Math.Abs(Math.Sin(2 * Math.PI * 2 * (t - fromSeconds + 0.06))));
            var voice = (Math.Sin(2 * Math.PI * 140 * t) + Math.Sin(2 * Math.PI * 280 * t) + Math.Sin(2 * Math.PI * 700 * t)) / 3;
            samples[i] = Add(samples[i], peak * syllable * voice);
        }
    }

    public static void Tone(short[] samples, double fromSeconds, double toSeconds, double hertz, double peak)
    {
        for (var i = At(fromSeconds); i < At(toSeconds); i++)
        {
            samples[i] = Add(samples[i], peak * Math.Sin(2 * Math.PI * hertz * i / 8_000));
        }
    }

    /// <summary>White noise over everything; the same for the same seed.</summary>
    public static void Noise(short[] samples, double peak, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = Add(samples[i], peak * ((2 * random.NextDouble()) - 1));
        }
    }

    public static short[] Silence(double seconds) => new short[At(seconds)];

    /// <summary>Right to 100 ms.</summary>
    public static void AssertAt(double seconds, TimeSpan found) => Assert.InRange(found.TotalSeconds, seconds - 0.1, seconds + 0.1);

    private static int At(double seconds) => (int)(seconds * 8_000);

    private static short Add(short one, double other) => (short)Math.Clamp(one + other, short.MinValue, short.MaxValue);
}
