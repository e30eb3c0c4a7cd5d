using System.Buffers;
using System.Runtime.InteropServices;
using CallCenter.Media.Codecs;
using NAudio.Dsp;

namespace CallCenter.Media.Prompts;

/// <summary>
/// From any rate to 8 kHz, piece by piece. The filter is a windowed sinc that grows with the rate: what lies above 4.6 kHz and would fold
/// back into a voice is 40 dB down and more, and 3.4 kHz, the end of the telephone's band, loses half a decibel.
/// </summary>
/// <remarks>NAudio's own provider over the same resampler has no such filter: 6 kHz comes back at −29 dB and 3 kHz is 7 dB lower.</remarks>
internal sealed class Resampler
{
    // Of the filter: its length in samples of 8 kHz, and places between two samples for which it is computed.
    private const int SincSize = 32;
    private const int SincPositions = 32;

    private readonly WdlResampler? _wdl;
    private readonly int _rate;
    private readonly ArrayBufferWriter<float> _output = new();
    private long _frames;

    /// <param name="rate">Samples a second, 8,000 or more.</param>
    public Resampler(int rate)
    {
        _rate = rate;
        if (rate == G711.SampleRate)
        {
            return;
        }

        var size = SincSize * (rate + G711.SampleRate - 1) / G711.SampleRate;
        _wdl = new WdlResampler();
        _wdl.SetMode(interp: false, filtercnt: 0, sinc: true, size, SincPositions);
        _wdl.SetFeedMode(true);
        _wdl.SetRates(rate, G711.SampleRate);
    }

    public void Add(ReadOnlySpan<float> samples)
    {
        _frames += samples.Length;
        if (_wdl is null)
        {
            _output.Write(samples);
        }
        else
        {
            Feed(_wdl, samples);
        }
    }

    /// <summary>All of it, at 8 kHz: as long as what came in, rounded up. Nothing is added later.</summary>
    public Span<float> Finish()
    {
        var expected = (int)(((_frames * G711.SampleRate) + _rate - 1) / _rate);

        // What the filter still holds comes out when silence goes in.
        Span<float> silence = stackalloc float[256];
        silence.Clear();
        while (_wdl is not null && _output.WrittenCount < expected)
        {
            Feed(_wdl, silence);
        }

        return MemoryMarshal.AsMemory(_output.WrittenMemory).Span[..expected];
    }

    private void Feed(WdlResampler wdl, ReadOnlySpan<float> samples)
    {
        wdl.ResamplePrepare(samples.Length, 1, out Span<float> input);
        samples.CopyTo(input);

        // Never more come out than went in, and the filter's rest.
        var room = samples.Length + SincSize;
        _output.Advance(wdl.ResampleOut(_output.GetSpan(room), samples.Length, room, 1));
    }
}
