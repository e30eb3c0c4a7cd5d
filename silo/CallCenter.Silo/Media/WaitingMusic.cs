using CallCenter.Media.Codecs;
using CallCenter.Media.Playing;

namespace CallCenter.Silo.Media;

/// <summary>
/// Music for callers who wait, composed here so that it is nobody's: broken chords of plucked strings, slow and soft, which begin again where
/// they end without a click.
/// </summary>
internal static class WaitingMusic
{
    private const int NoteMs = 375;
    private const int RingingMs = 2_400;
    private const double Level = 0.1; // −20 dBFS

    // Semitones above A3: C, Am, F, G and, for the second half, Em, F, Dm, G.
    private static readonly int[][] Chords =
    [
        [3, 7, 10, 15], [0, 3, 7, 12], [-4, 0, 3, 8], [-2, 2, 5, 10], [-5, -2, 2, 7], [-4, 0, 3, 8], [-7, -4, 0, 5], [-2, 2, 5, 10],
    ];

    // Up and down again through a chord, twice.
    private static readonly int[] Pattern = [0, 1, 2, 3, 2, 1, 2, 1];

    public static AudioClip Compose()
    {
        const int note = G711.SampleRate * NoteMs / 1_000;
        var sound = new double[Chords.Length * Pattern.Length * 2 * note];
        for (var i = 0; i < Chords.Length * Pattern.Length * 2; i++)
        {
            var chord = Chords[i / (Pattern.Length * 2)];
            Pluck(sound, i * note, chord[Pattern[i % Pattern.Length]]);
        }

        var rms = Math.Sqrt(sound.Average(static sample => sample * sample));
        var samples = Array.ConvertAll(sound, sample => (short)Math.Clamp(sample / rms * Level * short.MaxValue, short.MinValue, short.MaxValue));
        return new AudioClip(samples);
    }

    /// <summary>A string that fades; what rings beyond the end rings on at the beginning.</summary>
    private static void Pluck(double[] sound, int at, int semitones)
    {
        var hertz = 220 * Math.Pow(2, semitones / 12.0);
        for (var i = 0; i < G711.SampleRate * RingingMs / 1_000; i++)
        {
            var t = (double)i / G711.SampleRate;
            var attack = Math.Min(1, t / 0.01);
            var fading = Math.Exp(-2.2 * t) * (1 - ((double)i / (G711.SampleRate * RingingMs / 1_000)));
            var phase = 2 * Math.PI * hertz * t;
            sound[(at + i) % sound.Length] += attack * fading * (Math.Sin(phase) + (0.35 * Math.Sin(2 * phase)) + (0.1 * Math.Sin(3 * phase)));
        }
    }
}
