using CallCenter.Abstractions.Calls;

namespace CallCenter.Journal.Codecs;

/// <summary>The events of recordings.</summary>
internal static class RecordingCodec
{
    public static void Write(ref EventWriter to, RecordingPaused paused)
    {
        to.Signed(paused.Call.Value);
        to.Signed(paused.Conversation);
        to.Flag(paused.IsPaused);
        to.Text(paused.By);
    }

    public static RecordingPaused ReadPaused(ref EventReader from) =>
        new(CallEventCodec.ReadCall(ref from), from.Int(), from.Flag(), from.Text());

    public static void Write(ref EventWriter to, RecordingDeleted deleted)
    {
        to.Signed(deleted.Call.Value);
        to.Signed(deleted.Conversation);
    }

    public static void Write(ref EventWriter to, ConversationRecorded recorded)
    {
        to.Signed(recorded.Call.Value);
        to.Signed(recorded.Conversation);
        var recording = recorded.Recording;
        to.Signed(recording.BeganAt);
        to.Signed(recording.DurationMs);
        to.Signed(recording.Bytes);
        to.Signed(recording.SilenceMs);
        to.Signed(recording.OverlapMs);
        Write(ref to, recording.Client);
        Write(ref to, recording.Employee);
    }

    public static ConversationRecorded ReadRecorded(ref EventReader from) => new(
        CallEventCodec.ReadCall(ref from), from.Int(),
        new RecordingRecord(
            from.Signed(), from.Signed(), from.Signed(), from.Signed(), from.Signed(), ReadSide(ref from), ReadSide(ref from)));

    private static void Write(ref EventWriter to, RecordedSide side)
    {
        var start = to.BeginPart();
        to.Signed(side.TalkMs);
        to.OptionalSigned(side.FirstWordMs);
        to.Signed(side.LongestMonologueMs);
        to.Signed(side.Interruptions);
        to.Unsigned((ulong)side.Spans.Count);
        var end = 0;
        for (var i = 0; i < side.Spans.Count; i++)
        {
            // In order and without overlaps, so that the pauses between them are small numbers.
            var span = side.Spans[i];
            to.Signed(span.StartMs - end);
            to.Signed(span.DurationMs);
            end = span.StartMs + span.DurationMs;
        }
        to.EndPart(start);
    }

    private static RecordedSide ReadSide(ref EventReader from)
    {
        var part = from.Part();
        var (talk, first, longest, interruptions) = (part.Signed(), part.OptionalSigned(), part.Signed(), part.Int());
        var spans = new SpeechSpan[part.Count()];
        var end = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            spans[i] = new SpeechSpan(end + part.Int(), part.Int());
            end = spans[i].StartMs + spans[i].DurationMs;
        }
        return new RecordedSide(talk, first, longest, interruptions, spans);
    }
}
