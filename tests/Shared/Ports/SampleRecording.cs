using System.Buffers.Binary;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Tests.Shared.Ports;

/// <summary>
/// The recorded conversation of the first of <see cref="SampleCalls"/>: the client is a low tone on the left, Olena a high one right.
/// </summary>
public static class SampleRecording
{
    public static readonly CallId Call = new(1);

    public const int Conversation = 1;
    public const int DurationMs = 150_000;

    private const int Rate = 8_000;
    private const int HeaderBytes = 44;
    private const int FrameBytes = 4;
    private const double ClientHz = 330;
    private const double EmployeeHz = 660;
    private const int Loud = 12_000;

    private static readonly SpeechSpan[] Client =
    [
        new(1_800, 6_200), new(14_000, 9_000), new(30_000, 16_000), new(58_000, 1_500), new(70_000, 21_000), new(112_000, 7_500),
        new(134_000, 3_000), new(146_500, 2_000),
    ];

    private static readonly SpeechSpan[] Employee =
    [
        new(300, 1_400), new(8_400, 5_200), new(22_000, 7_600), new(45_000, 23_500), new(92_000, 19_000), new(118_000, 15_400),
        new(138_000, 8_000),
    ];

    private static readonly Lazy<byte[]> Sound = new(Write);

    /// <summary>The file: two channels of 16-bit PCM at 8 kHz. Not to be changed.</summary>
    public static byte[] Wav => Sound.Value;

    public static RecordingRecord Record { get; } = new(
        SampleProject.Start + 22_000, DurationMs, HeaderBytes + ((long)DurationMs * Rate / 1_000 * FrameBytes), 16_200, 4_000,
        new RecordedSide(66_200, 1_800, 21_000, 1, Client), new RecordedSide(80_100, 300, 23_500, 2, Employee));

    private static byte[] Write()
    {
        var frames = DurationMs * Rate / 1_000;
        var file = new byte[HeaderBytes + (frames * FrameBytes)];
        WriteHeader(file, (uint)(frames * FrameBytes));
        Sing(file, 0, Client, ClientHz);
        Sing(file, 2, Employee, EmployeeHz);
        return file;
    }

    // Louder and quieter some times a second, as syllables are.
    private static void Sing(byte[] file, int lane, SpeechSpan[] spans, double hertz)
    {
        foreach (var span in spans)
        {
            var (from, to) = (span.StartMs * Rate / 1_000, (span.StartMs + span.DurationMs) * Rate / 1_000);
            for (var frame = from; frame < to; frame++)
            {
                var seconds = (double)frame / Rate;
                var loudness = 0.25 + (0.75 * Math.Pow(Math.Sin(seconds * 3.1) * Math.Cos(seconds * 0.7), 2));
                var sample = (short)(Loud * loudness * Math.Sin(2 * Math.PI * hertz * seconds));
                BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(HeaderBytes + (frame * FrameBytes) + lane), sample);
            }
        }
    }

    private static void WriteHeader(Span<byte> header, uint dataBytes)
    {
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], HeaderBytes - 8 + dataBytes);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], 2);
        BinaryPrimitives.WriteUInt32LittleEndian(header[24..], Rate);
        BinaryPrimitives.WriteUInt32LittleEndian(header[28..], Rate * FrameBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(header[32..], FrameBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[40..], dataBytes);
    }
}
