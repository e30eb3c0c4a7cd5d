using System.Buffers.Binary;

namespace CallCenter.Media.Prompts;

/// <summary>The chunks of a WAV file before its samples. Nothing of a chunk is kept but the format.</summary>
internal static class WaveHeader
{
    private const int ChunkHeaderBytes = 8;
    private const int RiffHeaderBytes = 12;

    /// <summary>Leaves the stream at the first sample.</summary>
    /// <param name="bytes">How long the samples are, by the header.</param>
    public static bool TryFindSamples(Stream file, out WaveFormatChunk format, out uint bytes, out WaveProblem problem)
    {
        (format, bytes) = (default, 0);
        Span<byte> header = stackalloc byte[RiffHeaderBytes];
        var got = file.ReadAtLeast(header, RiffHeaderBytes, throwOnEndOfStream: false);
        problem = got == 0 ? WaveProblem.Empty : WaveProblem.NotWave;
        if (got < RiffHeaderBytes || !header.StartsWith("RIFF"u8) || !header[8..].SequenceEqual("WAVE"u8))
        {
            return false;
        }

        problem = WaveProblem.Truncated;
        var isFormatKnown = false;
        while (file.ReadAtLeast(header[..ChunkHeaderBytes], ChunkHeaderBytes, throwOnEndOfStream: false) == ChunkHeaderBytes)
        {
            bytes = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
            if (header.StartsWith("data"u8))
            {
                problem = WaveProblem.NotWave;
                return isFormatKnown;
            }

            // A chunk of odd length is followed by one byte more.
            var left = bytes + (long)(bytes & 1);
            if (header.StartsWith("fmt "u8))
            {
                isFormatKnown = TryReadFormat(file, bytes, out format, out problem);
                if (!isFormatKnown)
                {
                    return false;
                }

                problem = WaveProblem.Truncated;
                left -= Math.Min(bytes, WaveFormatChunk.MostBytes);
            }

            Skip(file, left);
        }

        return false;
    }

    private static bool TryReadFormat(Stream file, uint bytes, out WaveFormatChunk format, out WaveProblem problem)
    {
        (format, problem) = (default, WaveProblem.Truncated);
        Span<byte> chunk = stackalloc byte[WaveFormatChunk.MostBytes];
        chunk.Clear();
        var wanted = (int)Math.Min(bytes, WaveFormatChunk.MostBytes);
        if (file.ReadAtLeast(chunk[..wanted], wanted, throwOnEndOfStream: false) < wanted)
        {
            return false;
        }

        problem = WaveProblem.NotWave;
        return wanted >= WaveFormatChunk.LeastBytes && WaveFormatChunk.TryRead(chunk, out format, out problem);
    }

    private static void Skip(Stream file, long bytes)
    {
        Span<byte> passed = stackalloc byte[1_024];
        for (var left = bytes; left > 0;)
        {
            var got = file.Read(passed[..(int)Math.Min(left, passed.Length)]);
            left = got == 0 ? 0 : left - got;
        }
    }
}
