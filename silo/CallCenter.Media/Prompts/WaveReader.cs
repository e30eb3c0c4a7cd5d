namespace CallCenter.Media.Prompts;

/// <summary>
/// Reads a WAV file of any usual kind (PCM of 8 to 32 bits, floats, both laws; 8 to 96 kHz; any number of channels) into what a telephone
/// can carry. A file comes from a stranger, so that what is wrong with it is a value and no exception, and its lengths are believed only
/// as far as bytes come: memory grows with what was read and ends at <see cref="WaveReadingOptions.MostDuration"/>.
/// <list type="number">
/// <item>Chunks are passed over until the samples begin; "fmt " must be among them.</item>
/// <item>Frames are mixed down and resampled, piece by piece.</item>
/// <item>The level is set where that is wanted, and samples become 16 bits.</item>
/// </list>
/// </summary>
public static class WaveReader
{
    /// <summary>Frames a second.</summary>
    public const int HighestRate = 96_000;

    private const int PieceFrames = 4_096;

    // Who writes into a pipe cannot come back to set the length and leaves one near the largest: FFmpeg 2^32 − 1, SoX 2^31 less a page.
    private const uint LeastUnknownLength = 0x7FFF_F000;

    public static WaveReading Read(byte[] file, WaveReadingOptions? options = null) =>
        Read(new MemoryStream(file, writable: false), options);

    /// <summary>From where the stream is to the end of the samples; it is left open and need not seek.</summary>
    /// <exception cref="IOException">Of the stream itself.</exception>
    public static WaveReading Read(Stream file, WaveReadingOptions? options = null)
    {
        options ??= WaveReadingOptions.Default;

        // 1.
        if (!WaveHeader.TryFindSamples(file, out var format, out var bytes, out var problem))
        {
            return WaveReading.Of(problem);
        }

        // 2.
        var resampler = new Resampler(format.Rate);
        var mostFrames = (long)(options.MostDuration.TotalSeconds * format.Rate);
        if (ReadFrames(file, format, bytes, mostFrames, resampler) is { } found)
        {
            return WaveReading.Of(found);
        }

        // 3.
        var samples = resampler.Finish();
        if (options.IsLevelled)
        {
            PeakLevel.Apply(samples);
        }

        return samples.IsEmpty ? WaveReading.Of(WaveProblem.Empty) : WaveReading.Of(Rounded(samples));
    }

    private static WaveProblem? ReadFrames(Stream file, WaveFormatChunk format, uint bytes, long mostFrames, Resampler resampler)
    {
        var isLengthKnown = bytes < LeastUnknownLength;
        var framesLeft = isLengthKnown ? bytes / format.FrameBytes : long.MaxValue;
        var piece = new byte[PieceFrames * format.FrameBytes];
        var mono = new float[PieceFrames];
        while (framesLeft > 0)
        {
            var wanted = (int)Math.Min(framesLeft, PieceFrames);
            var room = piece.AsSpan(0, wanted * format.FrameBytes);
            var frames = file.ReadAtLeast(room, room.Length, throwOnEndOfStream: false) / format.FrameBytes;
            mostFrames -= frames;
            if (mostFrames < 0)
            {
                return WaveProblem.TooLong;
            }

            WaveSamples.MixDown(format, room[..(frames * format.FrameBytes)], mono);
            resampler.Add(mono.AsSpan(0, frames));
            if (frames < wanted)
            {
                return isLengthKnown ? WaveProblem.Truncated : null;
            }

            framesLeft -= frames;
        }

        return null;
    }

    private static short[] Rounded(ReadOnlySpan<float> samples)
    {
        var rounded = new short[samples.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            rounded[i] = (short)Math.Clamp(MathF.Round(samples[i] * 32_768), short.MinValue, short.MaxValue);
        }

        return rounded;
    }
}
