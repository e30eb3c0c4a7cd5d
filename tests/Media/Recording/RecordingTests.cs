using CallCenter.Media.Codecs;
using CallCenter.Media.Recording;
using CallCenter.Media.Rtp;
using CallCenter.Media.Talk;
using CallCenter.Media.Tests.Talk;
using CallCenter.Tests.Shared;

namespace CallCenter.Media.Tests.Recording;

/// <summary>Recordings in virtual time: packets come when a test says so, the file and its thread are real.</summary>
public sealed class RecordingTests : IDisposable
{
    private const int Frame = 160;

    private readonly TemporaryFolder _folder = new();
    private readonly HeardRecordings _heard = new();
    private readonly RecordingThread _thread;

    public RecordingTests()
    {
        _thread = new RecordingThread(_heard);
        _thread.Start();
    }

    private string Path => System.IO.Path.Combine(_folder.Path, "call.wav");

    public void Dispose()
    {
        _thread.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_side_is_in_its_channel_and_the_map_says_who_spoke_when()
    {
        var (client, employee) = (Speech.Silence(10), Speech.Silence(10));
        Speech.Say(client, 1.0, 4.0);
        Speech.Say(employee, 5.0, 8.0);
        Speech.Say(client, 7.0, 9.0);

        var result = await Record(client, employee);
        Speech.AssertAt(10, result.Duration);
        (TalkState State, double Start)[] expected =
        [
            (TalkState.Silence, 0), (TalkState.Left, 1), (TalkState.Silence, 4), (TalkState.Right, 5), (TalkState.Both, 7),
            (TalkState.Left, 8), (TalkState.Silence, 9),
        ];
        Assert.Equal(expected.Select(one => one.State), result.Map.Segments.Select(one => one.State));
        Assert.All(expected.Zip(result.Map.Segments), pair => Speech.AssertAt(pair.First.Start, pair.Second.Start));
        Assert.Equal((1, 0), (result.Map.Figures.Left.Interruptions, result.Map.Figures.Right.Interruptions));

        var (left, right) = ReadFile();
        Assert.True(Energy(left, 1, 4) > 1e6 && Energy(right, 1, 4) < 100);
        Assert.True(Energy(right, 5.1, 6.9) > 1e6 && Energy(left, 5.1, 6.9) < 100);
    }

    [Fact]
    public async Task Lost_packets_are_silence_of_their_length_and_late_ones_find_their_place()
    {
        var tone = Speech.Silence(2);
        Speech.Tone(tone, 0, 2, 500, 8_000);
        var packets = Packets(tone, ssrc: 7);

        // Half a second is lost in the middle; before that every other packet comes 60 ms late.
        var schedule = packets.Select((packet, n) => (At: (n * 20) + (n % 2 == 1 && n < 40 ? 60 : 0), Packet: packet))
            .Where((_, n) => n is < 50 or >= 75);
        var result = await Play([.. schedule], [], seconds: 2);

        var (left, _) = ReadFile();
        for (var i = Frame; i < 15_000; i++)
        {
            var expected = i is >= 50 * Frame and < 75 * Frame ? 0 : G711.DecodeA(G711.EncodeA(tone[i]));
            Assert.True(left[i] == expected, $"Sample {i} is {left[i]}, not {expected}.");
        }

        Assert.Equal(TimeSpan.Zero, result.Missing);
    }

    /// <summary>The media thread got no processor; what came meanwhile is read at once, after the recording looked at the clock.</summary>
    [Fact]
    public async Task What_waited_to_be_read_finds_its_place()
    {
        const int StoodMs = 800;
        var tone = Speech.Silence(3);
        Speech.Tone(tone, 0, 3, 500, 8_000);
        var recording = new ConversationRecording(_thread, new RecordingSetup(1, Path));
        recording.Begin(0);
        foreach (var (packet, n) in Packets(tone, ssrc: 7).Select((packet, n) => (packet, n)))
        {
            var came = n * 20;
            var (read, drained) = came is >= 1_000 and < 1_000 + StoodMs ? (1_000 + StoodMs, 1_000) : (came, came);
            recording.Flush(read * 1_000L, drained * 1_000L);
            Hear(recording, RecordingSide.Left, packet, read, drained);
        }

        var result = await End(recording, 3_000);
        Assert.Equal(TimeSpan.Zero, result.Missing);
        var (left, _) = ReadFile();
        Assert.Equal(tone.Select(sample => G711.DecodeA(G711.EncodeA(sample))), left);
    }

    [Fact]
    public async Task A_phone_that_begins_anew_is_laid_where_it_is_heard()
    {
        var tone = Speech.Silence(0.5);
        Speech.Tone(tone, 0, 0.5, 500, 8_000);
        var first = Packets(tone, ssrc: 7).Select((packet, n) => (At: n * 20, Packet: packet));
        var second = Packets(tone, ssrc: 8, timestamp: 4_000_000_000).Select((packet, n) => (At: 1_500 + (n * 20), Packet: packet));
        await Play([.. first, .. second], [], seconds: 2.5);
        var (left, _) = ReadFile();
        Assert.True(Energy(left, 0.05, 0.45) > 1e6 && Energy(left, 1.55, 1.95) > 1e6);
        Assert.True(Energy(left, 0.55, 1.45) < 1 && Energy(left, 2.05, 2.4) < 1);
    }

    [Fact]
    public async Task A_pause_is_silence_of_its_length()
    {
        var tone = Speech.Silence(3);
        Speech.Tone(tone, 0, 3, 500, 8_000);
        var recording = new ConversationRecording(_thread, new RecordingSetup(1, Path));
        recording.Begin(0);
        foreach (var (packet, n) in Packets(tone, ssrc: 7).Select((packet, n) => (packet, n)))
        {
            recording.IsPaused = n is >= 50 and < 100;
            Hear(recording, RecordingSide.Left, packet, n * 20);
            recording.Flush(n * 20_000, n * 20_000);
        }

        await End(recording, 3_000);
        var (left, _) = ReadFile();
        Assert.True(Energy(left, 0.1, 0.95) > 1e6 && Energy(left, 2.05, 2.9) > 1e6 && Energy(left, 1.02, 1.98) < 1);
    }

    /// <summary>Nothing is ended; the next process goes on in the same file, the time in between is silence.</summary>
    [Fact]
    public async Task After_a_kill_the_recording_goes_on_in_its_file()
    {
        var speech = Speech.Silence(2);
        Speech.Say(speech, 0, 2);
        var dying = new RecordingThread(_heard);
        dying.Start();
        var killed = new ConversationRecording(dying, new RecordingSetup(1, Path));
        killed.Begin(0);
        foreach (var (packet, n) in Packets(speech, ssrc: 7).Select((packet, n) => (packet, n)))
        {
            Hear(killed, RecordingSide.Left, packet, n * 20);
            killed.Flush(n * 20_000, n * 20_000);
        }

        dying.WakeUp();

        // All but the last 200 ms is in the file without anybody closing it.
        await Eventually.Holds(() => new FileInfo(Path) is { Exists: true, Length: >= 44 + (1_800 * 8 * 4) });
        dying.Dispose();

        var recording = new ConversationRecording(_thread, new RecordingSetup(1, Path, Elapsed: TimeSpan.FromSeconds(4)));
        recording.Begin(0);
        foreach (var (packet, n) in Packets(speech, ssrc: 9).Select((packet, n) => (packet, n)))
        {
            Hear(recording, RecordingSide.Right, packet, n * 20);
            recording.Flush(n * 20_000, n * 20_000);
        }

        var result = await End(recording, 2_000);
        Speech.AssertAt(6, result.Duration);
        Assert.Equal(
            [TalkState.Left, TalkState.Silence, TalkState.Right],
            result.Map.Segments.Where(one => one.Duration > TimeSpan.FromMilliseconds(250)).Select(one => one.State));
    }

    [Fact]
    public async Task When_the_disk_is_slow_the_buffer_has_its_bound_and_the_file_its_true_length()
    {
        using var mayGoOn = new ManualResetEventSlim();
        var heard = new HeardRecordings { OnEnd = () => mayGoOn.Wait(TimeSpan.FromSeconds(10)) };
        using var thread = new RecordingThread(heard, mostBlocks: 5);
        thread.Start();

        // The writer stands still in the word about another recording.
        var other = new ConversationRecording(thread, new RecordingSetup(2, System.IO.Path.Combine(_folder.Path, "other.wav")));
        other.Begin(0);
        other.End(0);
        thread.WakeUp();
        var tone = Speech.Silence(5);
        Speech.Tone(tone, 0, 5, 500, 8_000);
        var recording = new ConversationRecording(thread, new RecordingSetup(1, Path));
        recording.Begin(0);
        foreach (var (packet, n) in Packets(tone, ssrc: 7).Select((packet, n) => (packet, n)))
        {
            Hear(recording, RecordingSide.Left, packet, n * 20);
            if (n % 5 == 0)
            {
                recording.Flush(n * 20_000, n * 20_000);
            }
        }

        recording.End(5_000_000);
        mayGoOn.Set();
        thread.WakeUp();
        await Eventually.Holds(() => heard.Results.Count == 2);
        var result = heard.Results.Last();
        Speech.AssertAt(5, result.Duration);
        Assert.InRange(result.Missing, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(5));
        var (left, _) = ReadFile();
        Assert.True(Energy(left, 0.05, 0.2) > 1e6 && Energy(left, 2, 4) < 1);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_told_once()
    {
        var nowhere = System.IO.Path.Combine(_folder.Path, "no", "such", "folder.wav");
        var recording = new ConversationRecording(_thread, new RecordingSetup(1, nowhere));
        recording.Begin(0);
        recording.Flush(500_000, 500_000);
        recording.End(1_000_000);
        _thread.WakeUp();
        await Eventually.Holds(() => !_heard.Problems.IsEmpty);
        await Record(Speech.Silence(0.1), Speech.Silence(0.1));
        Assert.Single(_heard.Problems);
    }

    private static List<(RtpHeader Header, byte[] Payload)> Packets(short[] samples, uint ssrc, uint timestamp = 1_000) =>
    [
        .. samples.Chunk(Frame).Select((frame, n) => (
            new RtpHeader(8, false, (ushort)n, timestamp + (uint)(n * Frame), ssrc),
            frame.Select(G711.EncodeA).ToArray())),
    ];

    private Task<RecordingResult> Record(short[] left, short[] right) => Play(
        [.. Packets(left, ssrc: 7).Select((packet, n) => (n * 20, packet))],
        [.. Packets(right, ssrc: 9, timestamp: uint.MaxValue - 5_000).Select((packet, n) => (n * 20, packet))],
        left.Length / 8_000.0);

    private async Task<RecordingResult> Play(
        (int At, (RtpHeader, byte[]) Packet)[] left, (int At, (RtpHeader, byte[]) Packet)[] right, double seconds)
    {
        var recording = new ConversationRecording(_thread, new RecordingSetup(1, Path));
        recording.Begin(0);
        var all = left.Select(one => (one.At, one.Packet, Side: RecordingSide.Left))
            .Concat(right.Select(one => (one.At, one.Packet, Side: RecordingSide.Right))).OrderBy(one => one.At);
        var flushed = 0;
        foreach (var (at, packet, side) in all)
        {
            for (; flushed + 100 <= at; flushed += 100)
            {
                recording.Flush(flushed * 1_000L, flushed * 1_000L);
            }

            Hear(recording, side, packet, at);
        }

        return await End(recording, (long)(seconds * 1_000));
    }

    private async Task<RecordingResult> End(ConversationRecording recording, long ms)
    {
        recording.End(ms * 1_000);
        _thread.WakeUp();
        await Eventually.Holds(() => !_heard.Results.IsEmpty);
        Assert.True(_heard.Results.TryDequeue(out var result));
        return result;
    }

    /// <param name="drainedMs">Since when nobody has read; <paramref name="ms"/> if somebody always has.</param>
    private static void Hear(
        ConversationRecording recording, RecordingSide side, (RtpHeader Header, byte[] Payload) sent, long ms, long? drainedMs = null)
    {
        var bytes = new byte[RtpPacket.HeaderBytes + sent.Payload.Length];
        sent.Header.Write(bytes);
        sent.Payload.CopyTo(bytes, RtpPacket.HeaderBytes);
        Assert.True(RtpPacket.TryParse(bytes, out var packet));
        recording.Hear(side, packet, G711Law.A, ms * 1_000, (drainedMs ?? ms) * 1_000);
    }

    private (short[] Left, short[] Right) ReadFile()
    {
        using var file = WaveFile.Open(Path);
        var interleaved = new short[file.Frames * 2];
        Assert.Equal(file.Frames, file.Read(0, interleaved));
        return ([.. interleaved.Where((_, i) => i % 2 == 0)], [.. interleaved.Where((_, i) => i % 2 == 1)]);
    }

    private static double Energy(short[] samples, double fromSeconds, double toSeconds) =>
        samples[(int)(fromSeconds * 8_000)..(int)(toSeconds * 8_000)].Average(sample => (double)sample * sample);
}
