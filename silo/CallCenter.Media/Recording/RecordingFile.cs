using CallCenter.Media.Codecs;
using CallCenter.Media.Talk;

namespace CallCenter.Media.Recording;

/// <summary>A recording as the writing thread sees it: the file, and who speaks in it.</summary>
internal sealed class RecordingFile(RecordingSetup setup, IRecordingObserver observer)
{
    private const int ReadFrames = 8_000;

    private readonly VoiceActivity _left = new();
    private readonly VoiceActivity _right = new();
    private WaveFile? _file;
    private bool _hasFailed;
    private bool _hasToldSilence;
    private TimeSpan? _listensSince;
    private long _missing;

    public RecordingSetup Setup => setup;

    /// <summary>Frames that the media thread had no block for.</summary>
    public void CountMissing(int frames) => Interlocked.Add(ref _missing, frames);

    /// <summary>Writes a block. A failure is told once; then the recording is over.</summary>
    public void Write(RecordingBlock block)
    {
        if (_hasFailed)
        {
            return;
        }

        try
        {
            _file ??= Open();
            Append(_file, block);
            if (block.IsLast)
            {
                _file.Dispose();
                observer.RecordingEnded(Result(_file));
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            _hasFailed = true;
            _file?.Dispose();
            observer.RecordingFailed(setup, problem.Message);
        }
    }

    /// <summary>Closes the file as it is; the next process goes on with it.</summary>
    public void Abandon() => _file?.Dispose();

    /// <summary>What was recorded before a restart is listened to once more, because nobody kept who spoke in it.</summary>
    private WaveFile Open()
    {
        observer.RecordingOpens(setup);
        var file = WaveFile.Open(setup.Path);
        var frames = new short[ReadFrames * 2];
        for (var at = 0L; at < file.Frames;)
        {
            var count = file.Read(at, frames);
            Listen(frames.AsSpan(0, count * 2));
            at += count;
        }

        return file;
    }

    private void Append(WaveFile file, RecordingBlock block)
    {
        // After a restart the first block may lie a little before the end of the file.
        var before = (int)Math.Clamp(file.Frames - block.Position, 0, block.Count);
        var samples = block.Samples[(before * 2)..];
        if (samples.IsEmpty)
        {
            return;
        }

        ListenToSilence(block.Position + before - file.Frames);
        file.Write(block.Position + before, samples);
        // The time of a restart, in which nobody listened, is no silence of anybody's.
        _listensSince ??= _left.Heard;
        Listen(samples);
        TellSilence();
    }

    private void TellSilence()
    {
        if (setup.SilenceLimit > TimeSpan.Zero && !_hasToldSilence && _left.Silence >= setup.SilenceLimit
            && _left.Heard - _listensSince >= setup.SilenceLimit)
        {
            _hasToldSilence = true;
            observer.RecordingIsSilent(setup);
        }
    }

    private void Listen(ReadOnlySpan<short> interleaved)
    {
        _left.Hear(interleaved, stride: 2);
        _right.Hear(interleaved[1..], stride: 2);
    }

    private void ListenToSilence(long frames)
    {
        Span<short> silence = stackalloc short[RecordingBlock.MostSamples];
        silence.Clear();
        for (var left = frames * 2; left > 0; left -= silence.Length)
        {
            Listen(silence[..(int)Math.Min(left, silence.Length)]);
        }
    }

    private RecordingResult Result(WaveFile file)
    {
        var duration = TimeSpan.FromSeconds((double)file.Frames / G711.SampleRate);
        var map = TalkMap.Of(_left.Snapshot(), _right.Snapshot(), duration);
        return new RecordingResult(setup, duration, map, TimeSpan.FromSeconds((double)Interlocked.Read(ref _missing) / G711.SampleRate));
    }
}
