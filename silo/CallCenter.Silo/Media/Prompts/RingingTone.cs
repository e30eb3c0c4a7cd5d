using CallCenter.Media.Playing;

namespace CallCenter.Silo.Media.Prompts;

/// <summary>What a caller hears who is answered already when somebody is rung for him: 425 Hz, a second in five (ITU-T E.180).</summary>
internal static class RingingTone
{
    private const int Rate = 8_000;
    private const double Hertz = 425;
    private const double Level = 3_000;

    public static AudioClip Make()
    {
        var samples = new short[5 * Rate];
        for (var i = 0; i < Rate; i++)
        {
            // A hundredth of a second on both sides, against clicks.
            var edge = Math.Min(1, Math.Min(i, Rate - i) / (Rate / 100.0));
            samples[i] = (short)(Level * edge * Math.Sin(2 * Math.PI * Hertz * i / Rate));
        }

        return new AudioClip(samples);
    }
}
