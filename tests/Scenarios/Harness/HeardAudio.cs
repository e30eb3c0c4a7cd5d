using System.Buffers.Binary;

namespace CallCenter.Scenarios.Tests.Harness;

/// <summary>What is in a WAV file of 16 bits, one lane of it: which tones, and where nothing is.</summary>
internal sealed class HeardAudio
{
    private const int BlocksPerSecond = 10;

    private readonly short[] _samples;
    private readonly int _rate;

    /// <param name="lane">0 is the left one.</param>
    public HeardAudio(string path, int lane = 0)
    {
        var bytes = File.ReadAllBytes(path);
        var format = bytes.AsSpan().IndexOf("fmt "u8) + 8;
        var lanes = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(format + 2));
        _rate = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(format + 4));
        var data = bytes.AsSpan(bytes.AsSpan().IndexOf("data"u8) + 8);
        _samples = new short[data.Length / 2 / lanes];
        for (var i = 0; i < _samples.Length; i++)
        {
            _samples[i] = BinaryPrimitives.ReadInt16LittleEndian(data[(((i * lanes) + lane) * 2)..]);
        }
    }

    public double Seconds => (double)_samples.Length / _rate;

    /// <summary>How strong a tone is in all of it, as a share of everything that sounds.</summary>
    public double Share(int hertz)
    {
        double tone = 0, all = 0;
        foreach (var block in Blocks())
        {
            tone += Energy(block, hertz);
            all += Energy(block);
        }
        return all == 0 ? 0 : tone / all;
    }

    /// <summary>How long a tone is heard, and nearly nothing else.</summary>
    public double SecondsOf(int hertz) =>
        Blocks().Count(block => block.Any(IsSound) && Energy(block, hertz) > 0.9 * Energy(block)) / (double)BlocksPerSecond;

    /// <summary>The longest silence between the first sound and the last, in milliseconds.</summary>
    public double LongestGapMs()
    {
        var first = Array.FindIndex(_samples, IsSound);
        var last = Array.FindLastIndex(_samples, IsSound);
        int longest = 0, gap = 0;
        for (var i = Math.Max(0, first); i < last; i++)
        {
            gap = IsSound(_samples[i]) ? 0 : gap + 1;
            longest = Math.Max(longest, gap);
        }
        return longest * 1000.0 / _rate;
    }

    private IEnumerable<short[]> Blocks() =>
        _samples.Chunk(_rate / BlocksPerSecond).Where(block => block.Length == _rate / BlocksPerSecond);

    private static double Energy(short[] block) => block.Sum(sample => (double)sample * sample);

    /// <summary>Of one tone alone (Goertzel).</summary>
    private double Energy(short[] block, int hertz)
    {
        var turn = 2 * Math.Cos(2 * Math.PI * hertz / _rate);
        double s1 = 0, s2 = 0;
        foreach (var sample in block)
        {
            (s1, s2) = (sample + (turn * s1) - s2, s1);
        }
        return 2 * ((s1 * s1) + (s2 * s2) - (turn * s1 * s2)) / block.Length;
    }

    private static bool IsSound(short sample) => Math.Abs((int)sample) > 400;
}
