using CallCenter.Media.Codecs;
using CallCenter.Media.Rtp;
using CallCenter.Media.Streams;

namespace CallCenter.Media.Recording;

/// <summary>
/// A recording that goes on: what comes from one leg is its left channel, from another its right, both by time. A handle; begun, paused and
/// ended through the engine.
/// </summary>
public sealed class ConversationRecording
{
    // Packets are taken as late as that, and a process that is killed loses no more than this and the time between two takings.
    private const int Patience = G711.SampleRate / 10;

    // More than jitter, less than a word.
    private const int MostDeviation = G711.SampleRate / 5;

    // A media thread that stood still longer than that is not waited for.
    private const long LongestStandstillUs = 1_000_000;

    private readonly RecordingThread _thread;
    private readonly RecordingFile _file;
    private readonly PacketTimeline _left;
    private readonly PacketTimeline _right;
    private readonly long _start;
    private long _startedUs = -1;
    private long _taken;

    internal ConversationRecording(RecordingThread thread, RecordingSetup setup)
    {
        _thread = thread;
        _file = thread.Open(setup);
        _start = (long)(setup.Elapsed.TotalSeconds * G711.SampleRate);
        _taken = _start;
        _left = new PacketTimeline(_start, MostDeviation, MostDeviation);
        _right = new PacketTimeline(_start, MostDeviation, MostDeviation);
    }

    public RecordingSetup Setup => _file.Setup;

    internal bool IsPaused { get; set; }

    internal bool IsOver { get; private set; }

    /// <summary>The clock of the recording begins. Positions count from the beginning of the conversation.</summary>
    internal void Begin(long nowUs) => _startedUs = nowUs;

    /// <summary>A packet of one of the two sides, in G.711. While it is paused both are silent.</summary>
    /// <param name="drainedUs">It came after that, and no later than now.</param>
    internal void Hear(RecordingSide side, in RtpPacket packet, G711Law law, long nowUs, long drainedUs)
    {
        if (!IsPaused && !IsOver)
        {
            var now = Position(nowUs);
            (side == RecordingSide.Left ? _left : _right).Lay(packet, law, now, now - Drained(nowUs, drainedUs));
        }
    }

    /// <summary>Hands over what is old enough that nothing more comes for it.</summary>
    /// <param name="drainedUs">What came before that has been heard.</param>
    internal void Flush(long nowUs, long drainedUs) => HandOver(Drained(nowUs, drainedUs) - Patience, isLast: false);

    /// <summary>Hands over everything; the file is closed behind it.</summary>
    internal void End(long nowUs)
    {
        if (!IsOver)
        {
            IsOver = true;
            HandOver(Position(nowUs), isLast: true);
        }
    }

    private long Drained(long nowUs, long drainedUs) => Position(Math.Max(drainedUs, nowUs - LongestStandstillUs));

    private long Position(long nowUs) => _start + ((nowUs - _startedUs) * G711.SampleRate / 1_000_000);

    private void HandOver(long until, bool isLast)
    {
        while (_taken < until || isLast)
        {
            var count = (int)Math.Clamp(until - _taken, 0, RecordingBlock.MostSamples);
            var isEnd = isLast && _taken + count >= until;
            var block = _thread.Rent();
            if (block is null && !isEnd)
            {
                _file.CountMissing(count);
                _left.Forget(count);
                _right.Forget(count);
                _taken += count;
                continue;
            }

            // The end is never left out: it closes the file.
            block ??= new RecordingBlock();
            (block.File, block.Position, block.Count, block.IsLast) = (_file, _taken, count, isEnd);
            _left.Take(block.Samples, count, stride: 2);
            _right.Take(count == 0 ? [] : block.Samples[1..], count, stride: 2);
            _taken += count;
            _thread.Enqueue(block);
            if (isEnd)
            {
                return;
            }
        }
    }
}
