using System.Buffers.Binary;
using CallCenter.Media.Codecs;

namespace CallCenter.Media.Prompts;

/// <summary>
/// The chunk "fmt " (Microsoft, Multimedia Programming Interface and Data Specifications 1.0; WAVEFORMATEXTENSIBLE since 2001), if it
/// describes samples that are read here.
/// </summary>
/// <param name="Rate">Frames a second.</param>
/// <param name="FrameBytes">One sample of every channel.</param>
internal readonly record struct WaveFormatChunk(WaveCoding Coding, int Channels, int Rate, int FrameBytes)
{
    /// <summary>Of these, what is longer than the chunk is zero.</summary>
    public const int MostBytes = 40;

    public const int LeastBytes = 16;

    private const int MostChannels = 64;
    private const int TagPcm = 1;
    private const int TagFloat = 3;
    private const int TagALaw = 6;
    private const int TagMuLaw = 7;
    private const int TagExtensible = 0xFFFE;
    private const int SubFormatAt = 24;

    public static bool TryRead(ReadOnlySpan<byte> chunk, out WaveFormatChunk format, out WaveProblem problem)
    {
        format = default;
        problem = WaveProblem.UnsupportedEncoding;
        var tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]);
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
        var frameBytes = BinaryPrimitives.ReadUInt16LittleEndian(chunk[12..]);

        // The sub-format is a GUID that begins with the old tag.
        tag = tag == TagExtensible ? BinaryPrimitives.ReadUInt16LittleEndian(chunk[SubFormatAt..]) : tag;
        if (channels is 0 or > MostChannels || frameBytes % channels != 0 || CodingOf(tag, frameBytes / channels) is not { } coding)
        {
            return false;
        }

        problem = WaveProblem.UnsupportedRate;
        format = new WaveFormatChunk(coding, channels, (int)rate, frameBytes);
        return rate is >= G711.SampleRate and <= WaveReader.HighestRate;
    }

    // By the bytes that a sample takes and not by its bits: 20 bits stand in the upper part of 24.
    private static WaveCoding? CodingOf(int tag, int sampleBytes) => (tag, sampleBytes) switch
    {
        (TagPcm, 1) => WaveCoding.Pcm8,
        (TagPcm, 2) => WaveCoding.Pcm16,
        (TagPcm, 3) => WaveCoding.Pcm24,
        (TagPcm, 4) => WaveCoding.Pcm32,
        (TagFloat, 4) => WaveCoding.Float32,
        (TagFloat, 8) => WaveCoding.Float64,
        (TagALaw, 1) => WaveCoding.ALaw,
        (TagMuLaw, 1) => WaveCoding.MuLaw,
        _ => null,
    };
}
