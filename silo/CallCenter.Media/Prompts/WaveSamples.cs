using System.Buffers.Binary;
using CallCenter.Media.Codecs;

namespace CallCenter.Media.Prompts;

/// <summary>Frames of a file as one voice: the mean of all channels, from −1 to 1.</summary>
internal static class WaveSamples
{
    /// <param name="frames">Whole frames.</param>
    /// <param name="mono">As many as there are frames, or more.</param>
    public static void MixDown(WaveFormatChunk format, ReadOnlySpan<byte> frames, Span<float> mono)
    {
        var sampleBytes = format.FrameBytes / format.Channels;
        for (var frame = 0; frame < frames.Length / format.FrameBytes; frame++)
        {
            var sum = 0f;
            for (var channel = 0; channel < format.Channels; channel++)
            {
                sum += Decode(format.Coding, frames[((frame * format.FrameBytes) + (channel * sampleBytes))..]);
            }

            mono[frame] = sum / format.Channels;
        }
    }

    private static float Decode(WaveCoding coding, ReadOnlySpan<byte> bytes) => coding switch
    {
        WaveCoding.Pcm8 => (bytes[0] - 128) / 128f,
        WaveCoding.Pcm16 => BinaryPrimitives.ReadInt16LittleEndian(bytes) / 32_768f,
        WaveCoding.Pcm24 => ((bytes[0] << 8) | (bytes[1] << 16) | (bytes[2] << 24)) / 2_147_483_648f,
        WaveCoding.Pcm32 => BinaryPrimitives.ReadInt32LittleEndian(bytes) / 2_147_483_648f,
        WaveCoding.Float32 => Bounded(BinaryPrimitives.ReadSingleLittleEndian(bytes)),
        WaveCoding.Float64 => Bounded(BinaryPrimitives.ReadDoubleLittleEndian(bytes)),
        WaveCoding.ALaw => G711.DecodeA(bytes[0]) / 32_768f,
        _ => G711.DecodeMu(bytes[0]) / 32_768f,
    };

    // One sample that is no number would make numbers of none of those that the filter sees with it.
    private static float Bounded(double sample) => double.IsNaN(sample) ? 0 : (float)Math.Clamp(sample, -1, 1);
}
