using System.Buffers.Binary;
using System.Runtime.InteropServices;
using CallCenter.Media.Codecs;
using Microsoft.Win32.SafeHandles;

namespace CallCenter.Media.Recording;

/// <summary>
/// A stereo WAV file of 16-bit PCM at 8 kHz that grows while a conversation goes on. Samples are written first and then the lengths in the
/// header, so that at any moment the header describes samples that are there. Who is killed between the two leaves a tail that the next
/// <see cref="Open"/> finds: it goes on after the last whole frame. One thread at a time.
/// </summary>
public sealed class WaveFile : IDisposable
{
    /// <summary>Bytes before the first sample.</summary>
    public const int HeaderBytes = 44;

    /// <summary>Of one frame: a sample left, a sample right.</summary>
    public const int FrameBytes = 4;

    /// <summary>What the lengths of a WAV file can say, in frames: 37 hours.</summary>
    public const long MostFrames = (uint.MaxValue - HeaderBytes) / FrameBytes;

    private const int LengthsAt = 4;
    private const int FormatAt = 8;
    private const int DataLengthAt = 40;
    private const int ChunksBeforeData = HeaderBytes - 8;

    private readonly SafeFileHandle _file;
    private readonly byte[] _header = new byte[HeaderBytes];

    private WaveFile(SafeFileHandle file, long frames)
    {
        _file = file;
        Frames = frames;
    }

    /// <summary>How long it is, in samples of each side.</summary>
    public long Frames { get; private set; }

    /// <summary>Creates the file, or goes on in it, repaired if it was torn.</summary>
    /// <exception cref="InvalidDataException">It is another kind of file, which is left as it is.</exception>
    /// <exception cref="IOException">It cannot be opened or written.</exception>
    public static WaveFile Open(string path)
    {
        var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            var bytes = RandomAccess.GetLength(file);
            RefuseOthers(file, bytes, path);
            var frames = Math.Min(Math.Max(0, bytes - HeaderBytes) / FrameBytes, MostFrames);
            RandomAccess.SetLength(file, HeaderBytes + (frames * FrameBytes));
            var opened = new WaveFile(file, frames);
            opened.WriteHeader();
            return opened;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Writes frames at their place; between the end and there is silence. What the format has no room for is left out.</summary>
    /// <param name="frame">Where the first one belongs; not before the end.</param>
    /// <param name="interleaved">Left, right, left, right.</param>
    /// <exception cref="IOException">The disk is full or gone; what the header says is as before.</exception>
    public void Write(long frame, ReadOnlySpan<short> interleaved)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frame, Frames);
        var count = interleaved.Length / 2;
        if (frame + count > MostFrames)
        {
            return;
        }

        // The machine is little-endian as the file is; a gap before the frame is a hole that reads as zeros.
        RandomAccess.Write(_file, MemoryMarshal.AsBytes(interleaved), HeaderBytes + (frame * FrameBytes));
        Frames = frame + count;
        WriteHeader();
    }

    /// <summary>Reads frames that are there; returns how many, less at the end.</summary>
    public int Read(long frame, Span<short> interleaved)
    {
        var count = (int)Math.Min(interleaved.Length / 2, Frames - frame);
        var bytes = MemoryMarshal.AsBytes(interleaved[..(count * 2)]);
        return RandomAccess.Read(_file, bytes, HeaderBytes + (frame * FrameBytes)) / FrameBytes;
    }

    public void Dispose() => _file.Dispose();

    private static void RefuseOthers(SafeFileHandle file, long bytes, string path)
    {
        Span<byte> found = stackalloc byte[HeaderBytes];
        Span<byte> expected = stackalloc byte[HeaderBytes];
        WriteHeader(expected, 0);
        var length = RandomAccess.Read(file, found, 0);

        // All but the two lengths; a file torn within its header has a part of it.
        var isOurs = Agrees(found, expected, 0, LengthsAt, length) && Agrees(found, expected, FormatAt, DataLengthAt, length);
        if (!isOurs)
        {
            throw new InvalidDataException($"{path} ({bytes} bytes) is no stereo WAV file of 16 bits at 8 kHz.");
        }
    }

    private static bool Agrees(ReadOnlySpan<byte> found, ReadOnlySpan<byte> expected, int from, int to, int length)
    {
        var end = Math.Min(to, length);
        return end <= from || found[from..end].SequenceEqual(expected[from..end]);
    }

    private void WriteHeader()
    {
        WriteHeader(_header, (uint)(Frames * FrameBytes));
        RandomAccess.Write(_file, _header, 0);
    }

    // RIFF with the chunks "fmt " (WAVE_FORMAT_PCM) and "data" (Microsoft, Multimedia Programming Interface and Data Specifications 1.0).
    private static void WriteHeader(Span<byte> header, uint dataBytes)
    {
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[LengthsAt..], ChunksBeforeData + dataBytes);
        "WAVEfmt "u8.CopyTo(header[FormatAt..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], 2);
        BinaryPrimitives.WriteUInt32LittleEndian(header[24..], G711.SampleRate);
        BinaryPrimitives.WriteUInt32LittleEndian(header[28..], G711.SampleRate * FrameBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(header[32..], FrameBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[DataLengthAt..], dataBytes);
    }
}
