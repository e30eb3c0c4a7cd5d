using System.Buffers.Binary;
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
            for (var i = 0; i + 1 < interleaved.Length; i += 2)
            {
                var column = (int)(Frame++ * _columns / frames);
                _client[column] = Math.Max(_client[column], Math.Abs((int)interleaved[i]));
                _employee[column] = Math.Max(_employee[column], Math.Abs((int)interleaved[i + 1]));
            }
        }

        public double[][] Scaled()
        {
            double loudest = Math.Max(1, Math.Max(_client.DefaultIfEmpty().Max(), _employee.DefaultIfEmpty().Max()));
            return [Scale(_client, loudest), Scale(_employee, loudest)];
        }

        private static double[] Scale(int[] lane, double loudest) => [.. lane.Select(peak => Math.Round(peak / loudest, Digits))];
    }
}
