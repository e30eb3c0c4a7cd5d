using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using CallCenter.Abstractions.Grains;

namespace CallCenter.Web.Calls.Recordings;

/// <summary>
/// How loud each side of a recording was over time, for the waveform: so the browser draws it before it has any of the sound.
/// </summary>
public static class RecordingPeaks
{
    /// <summary>Longer ones get no waveform: each opening of a card would read 20 MB and more of the disk.</summary>
    public const long LongestMs = 10 * 60_000;

    /// <summary>Of one lane. More than pixels of a wide card help nobody.</summary>
    public const int Columns = 600;

    private const int HeaderBytes = 44;
    private const int ChannelsAt = 22;
    private const int BitsAt = 34;
    private const int DataAt = 36;
    private const int FrameBytes = 4;
    private const int Digits = 3;

    /// <summary>
    /// The client's lane and the employee's, from 0 to 1, where 1 is the loudest moment of either. Null where it is no stereo WAV file of
    /// 16 bits.
    /// </summary>
    public static async ValueTask<double[][]?> Read(IRecordingGrain grain, int conversation, long bytes, CancellationToken stop)
    {
        if (!IsOurs(await grain.Read(conversation, 0, HeaderBytes))) return null;
        var peaks = new Peaks((bytes - HeaderBytes) / FrameBytes);
        while (!peaks.IsFull && !stop.IsCancellationRequested)
        {
            var count = (int)Math.Min(IRecordingGrain.MostBytes, peaks.Left * FrameBytes);
            var piece = await grain.Read(conversation, HeaderBytes + (peaks.Frame * FrameBytes), count);
            if (piece.Length < FrameBytes) break;
            peaks.Add(MemoryMarshal.Cast<byte, short>(piece.AsSpan(0, piece.Length / FrameBytes * FrameBytes)));
        }

        return peaks.Scaled();
    }

    private static bool IsOurs(ReadOnlySpan<byte> header) => header.Length == HeaderBytes
        && header[..4].SequenceEqual("RIFF"u8) && header[DataAt..(DataAt + 4)].SequenceEqual("data"u8)
        && BinaryPrimitives.ReadUInt16LittleEndian(header[ChannelsAt..]) == 2
        && BinaryPrimitives.ReadUInt16LittleEndian(header[BitsAt..]) == 16;

    private sealed class Peaks(long frames)
    {
        private readonly int _columns = (int)Math.Min(Columns, frames);
        private readonly int[] _client = new int[Math.Min(Columns, frames)];
        private readonly int[] _employee = new int[Math.Min(Columns, frames)];

        public long Frame { get; private set; }

        public long Left => frames - Frame;

        public bool IsFull => Left <= 0;

        // The machine is little-endian as the file is.
        public void Add(ReadOnlySpan<short> interleaved)
        {
            while (interleaved.Length > 0 && !IsFull)
            {
                var column = (int)(Frame * _columns / frames);
                var end = (((column + 1) * frames) + _columns - 1) / _columns;
                var taken = (int)Math.Min(end - Frame, interleaved.Length / 2);
                AddTo(column, interleaved[..(taken * 2)]);
                interleaved = interleaved[(taken * 2)..];
                Frame += taken;
            }
        }

        public double[][] Scaled()
        {
            double loudest = Math.Max(1, Math.Max(_client.DefaultIfEmpty().Max(), _employee.DefaultIfEmpty().Max()));
            return [Scale(_client, loudest), Scale(_employee, loudest)];
        }

        // Both sides in one go, many samples at a time: calls come first on this machine.
        private void AddTo(int column, ReadOnlySpan<short> interleaved)
        {
            var vectors = MemoryMarshal.Cast<short, Vector<short>>(interleaved);
            var (low, high) = (Vector<short>.Zero, Vector<short>.Zero);
            foreach (var vector in vectors) (low, high) = (Vector.Min(low, vector), Vector.Max(high, vector));
            for (var i = 0; i < Vector<short>.Count; i++) Raise(column, i, Math.Max(-low[i], high[i]));
            for (var i = vectors.Length * Vector<short>.Count; i < interleaved.Length; i++) Raise(column, i, Math.Abs((int)interleaved[i]));
        }

        private void Raise(int column, int lane, int peak)
        {
            ref var known = ref (lane % 2 == 0 ? _client : _employee)[column];
            known = Math.Max(known, peak);
        }

        private static double[] Scale(int[] lane, double loudest) => [.. lane.Select(peak => Math.Round(peak / loudest, Digits))];
    }
}
