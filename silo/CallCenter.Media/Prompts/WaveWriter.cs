using System.Buffers.Binary;
using System.Runtime.InteropServices;
using CallCenter.Media.Codecs;
using CallCenter.Media.Playing;

namespace CallCenter.Media.Prompts;

/// <summary>Sound as a whole WAV file of 16-bit PCM, 8 kHz, mono: what every browser plays, and <see cref="WaveReader"/> reads.</summary>
public static class WaveWriter
{
    private const int HeaderBytes = 44;

    /// <summary>As it is heard on the telephone: after G.711.</summary>
    public static byte[] Write(AudioClip clip)
    {
        var samples = new short[clip.Length];
        G711.Decode(G711Law.A, clip.Codes(G711Law.A), samples);
        return Write(samples);
    }

    public static byte[] Write(ReadOnlySpan<short> samples)
    {
        // RIFF with the chunks "fmt " (WAVE_FORMAT_PCM) and "data" (Microsoft, Multimedia Programming Interface and Data
        // Specifications 1.0).
        var bytes = samples.Length * sizeof(short);
        var file = new byte[HeaderBytes + bytes];
        var header = file.AsSpan();
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], HeaderBytes - 8 + bytes);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], G711.SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], G711.SampleRate * sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], bytes);

        // The machine is little-endian as the file is.
        MemoryMarshal.AsBytes(samples).CopyTo(header[HeaderBytes..]);
        return file;
    }
}
