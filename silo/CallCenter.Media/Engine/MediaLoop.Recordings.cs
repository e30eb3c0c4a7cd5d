using CallCenter.Media.Recording;

namespace CallCenter.Media.Engine;

/// <summary>Recordings that go on: their sides, and what is handed over to the thread that writes them.</summary>
internal sealed partial class MediaLoop
{
    private readonly List<(ConversationRecording Recording, RecordingThread Thread)> _recordings = [];

    public void Record(ConversationRecording recording, RecordingThread thread, MediaLeg left, MediaLeg? right)
    {
        recording.Begin(_nowUs);
        _recordings.Add((recording, thread));
        Tap(recording, RecordingSide.Left, left);
        if (right is not null)
        {
            Tap(recording, RecordingSide.Right, right);
        }
    }

    public void Tap(ConversationRecording recording, RecordingSide side, MediaLeg leg)
    {
        Untap(recording, side);
        if (leg.Slot >= 0 && !recording.IsOver)
        {
            (leg.Recording, leg.RecordingSide) = (recording, side);
        }
    }

    public void EndRecording(ConversationRecording recording)
    {
        var index = _recordings.FindIndex(one => one.Recording == recording);
        if (index < 0)
        {
            return;
        }

        var thread = _recordings[index].Thread;
        _recordings.RemoveAt(index);
        Untap(recording, RecordingSide.Left);
        Untap(recording, RecordingSide.Right);
        recording.End(_nowUs);
        thread.WakeUp();
    }

    private void FlushRecordings()
    {
        RecordingThread? woken = null;
        foreach (var (recording, thread) in _recordings)
        {
            recording.Flush(_nowUs, _drainedUs);
            if (thread != woken)
            {
                woken?.WakeUp();
                woken = thread;
            }
        }

        woken?.WakeUp();
    }

    private void Untap(ConversationRecording recording, RecordingSide side)
    {
        foreach (var leg in _legs)
        {
            if (leg?.Recording == recording && leg.RecordingSide == side)
            {
                leg.Recording = null;
            }
        }
    }
}
