using System.Buffers.Binary;
using CallCenter.Media.Codecs;

namespace CallCenter.Media.Tests.Prompts;

/// <summary>WAV files by hand, after the RIFF specification.</summary>
/// <param name="Tag">1 PCM, 3 float, 6 A-law, 7 µ-law.</param>
internal sealed record WaveBytes(int Tag, int Bits, int Channels, int Rate)
{
    public int FrameBytes => Channels * Bits / 8;

    /// <summary>A sine, the same in every channel.</summary>
    /// <param name="amplitude">1 is full scale.</param>
    public byte[] Sine(double hertz, double seconds, double amplitude = 0.5) =>
        File([.. Enumerable.Range(0, (int)(seconds * Rate)).Select(at => amplitude * Math.Sin(2 * Math.PI * hertz * at / Rate))
            .SelectMany(sample => Enumerable.Repeat(sample, Channels))]);

    /// <summary>Interleaved samples from −1 to 1.</summary>
    public byte[] File(params double[] samples) => File([.. samples.SelectMany(Coded)], samples.Length * Bits / 8);

    public byte[] File(byte[] data, long claimed, byte[]? before = null)
    {
        byte[] form = [.. "WAVE"u8, .. before ?? [], .. Chunk("fmt ", Format()), .. "data"u8, .. Number((uint)claimed, 4), .. data];
        return [.. "RIFF"u8, .. Number((uint)form.Length, 4), .. form];
    }

    public byte[] Format() =>
    [
        .. Number((uint)Tag, 2), .. Number((uint)Channels, 2), .. Number((uint)Rate, 4), .. Number((uint)(Rate * FrameBytes), 4),
        .. Number((uint)FrameBytes, 2), .. Number((uint)Bits, 2),
    ];

    public static byte[] Chunk(string name, byte[] content) =>
        [.. name.Select(letter => (byte)letter), .. Number((uint)content.Length, 4), .. content, .. new byte[content.Length & 1]];

    public static byte[] Number(ulong value, int bytes)
    {
        var all = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(all, value);
        return all[..bytes];
    }

    private byte[] Coded(double sample) => (Tag, Bits) switch
    {
        (1, 8) => [(byte)Math.Clamp(128 + Math.Round(sample * 128), 0, 255)],
        (1, _) => Number((ulong)(long)Math.Clamp(
            Math.Round(sample * Math.Pow(2, Bits - 1)), -Math.Pow(2, Bits - 1), Math.Pow(2, Bits - 1) - 1), Bits / 8),
        (3, 32) => BitConverter.GetBytes((float)sample),
        (3, 64) => BitConverter.GetBytes(sample),
        (6, 8) => [G711.EncodeA((short)(sample * 32_767))],
        _ => [G711.EncodeMu((short)(sample * 32_767))],
    };
}
