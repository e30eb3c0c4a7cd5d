using CallCenter.Media.Codecs;

namespace CallCenter.Media.Talk;

/// <summary>
/// When one side speaks, found in frames of 20 ms by their energy:
/// 1. the noise of the line is the quietest frame of the last two seconds, since nobody speaks so long without a pause between syllables;
/// 2. a frame well above it is active, and so is one that is loud beyond all noise;
/// 3. three active frames in a row are speech that began with the first of them: a click is none;
/// 4. speech goes on over pauses of up to a quarter of a second (hangover) and ended with its last active frame.
/// Samples go in in pieces of any length; a piece costs one multiplication per sample.
/// </summary>
public sealed class VoiceActivity
{
    private const int FrameSamples = G711.SampleRate / 50;
    private const int OnsetFrames = 3;
    private const int HangoverFrames = 12;

    // Decibels below full scale. Speech on telephones is at −15 to −35, lines are at −45 and below; digital silence has no energy at all.
    private const double QuietestNoise = -65;
    private const double LoudestNoise = -42;
    private const double AboveNoise = 9;

    // Four windows of half a second: the oldest is forgotten as a whole.
    private const int WindowFrames = 25;
    private const int Windows = 4;
    private const double FullScale = 32_768.0 * 32_768.0;

    private readonly double[] _quietest = new double[Windows];
    private readonly List<SpeechInterval> _intervals = [];
    private double _energy;
    private int _samples;
    private int _frames;
    private int _activeInRow;
    private int _speechStart = -1;
    private int _lastActive;

    // Nothing is known of the line before its first frame.
    public VoiceActivity() => Array.Fill(_quietest, double.MaxValue);

    /// <summary>What was heard so far, in whole frames.</summary>
    public TimeSpan Heard => Time(_frames);

    /// <summary>For how long nobody has spoken, up to what was heard.</summary>
    public TimeSpan Silence => _speechStart >= 0 ? TimeSpan.Zero : Heard - (_intervals is [.., var last] ? last.End : TimeSpan.Zero);

    /// <summary>The intervals that are over, in order, never overlapping.</summary>
    public IReadOnlyList<SpeechInterval> Intervals => _intervals;

    /// <summary>All intervals, the one included that goes on.</summary>
    public IReadOnlyList<SpeechInterval> Snapshot() =>
        _speechStart < 0 ? [.. _intervals] : [.. _intervals, new SpeechInterval(Time(_speechStart), Time(_lastActive + 1))];

    /// <param name="samples">16 bits, 8 kHz; the next ones.</param>
    /// <param name="stride">1, or the number of interleaved channels of which the first is meant.</param>
    public void Hear(ReadOnlySpan<short> samples, int stride = 1)
    {
        for (var i = 0; i < samples.Length; i += stride)
        {
            _energy += samples[i] * samples[i];
            if (++_samples == FrameSamples)
            {
                EndFrame(10 * Math.Log10(Math.Max(1, _energy / FrameSamples) / FullScale));
                (_samples, _energy) = (0, 0);
            }
        }
    }

    private void EndFrame(double level)
    {
        LearnNoise(level);
        var isActive = level > Math.Clamp(Noise(), QuietestNoise, LoudestNoise) + AboveNoise;
        _activeInRow = isActive ? _activeInRow + 1 : 0;
        if (isActive && (_speechStart >= 0 || _activeInRow >= OnsetFrames))
        {
            _lastActive = _frames;
            _speechStart = _speechStart >= 0 ? _speechStart : _frames - OnsetFrames + 1;
        }
        else if (_speechStart >= 0 && _frames - _lastActive > HangoverFrames)
        {
            _intervals.Add(new SpeechInterval(Time(_speechStart), Time(_lastActive + 1)));
            _speechStart = -1;
        }

        _frames++;
    }

    private double Noise() => Math.Min(Math.Min(_quietest[0], _quietest[1]), Math.Min(_quietest[2], _quietest[3]));

    private void LearnNoise(double level)
    {
        var window = _frames / WindowFrames % Windows;
        _quietest[window] = _frames % WindowFrames == 0 ? level : Math.Min(_quietest[window], level);
    }

    private static TimeSpan Time(int frames) => TimeSpan.FromMilliseconds(frames * 20L);
}
