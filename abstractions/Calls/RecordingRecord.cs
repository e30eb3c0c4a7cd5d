namespace CallCenter.Abstractions.Calls;

/// <summary>What is kept of the recording of a conversation beside its sound: how long it is, and who spoke when.</summary>
/// <param name="BeganAt">Of the conversation: Unix milliseconds UTC.</param>
/// <param name="Bytes">Of the file.</param>
/// <param name="SilenceMs">In which neither spoke.</param>
/// <param name="OverlapMs">In which both did.</param>
/// <param name="Client">The left lane.</param>
/// <param name="Employee">The right lane.</param>
public sealed record RecordingRecord(
    long BeganAt, long DurationMs, long Bytes, long SilenceMs, long OverlapMs, RecordedSide Client, RecordedSide Employee);

/// <summary>One side of a recorded conversation.</summary>
/// <param name="TalkMs">In which it spoke.</param>
/// <param name="FirstWordMs">From the beginning until it spoke; null where it never did.</param>
/// <param name="LongestMonologueMs">From the first to the last word of its longest turn.</param>
/// <param name="Interruptions">How often it took the floor while the other one spoke.</param>
/// <param name="Spans">When it spoke, in order and without overlaps.</param>
public sealed record RecordedSide(
    long TalkMs, long? FirstWordMs, long LongestMonologueMs, int Interruptions, IReadOnlyList<SpeechSpan> Spans);

/// <summary>One side speaks without a pause worth the name.</summary>
/// <param name="StartMs">From the beginning of the recording.</param>
public readonly record struct SpeechSpan(int StartMs, int DurationMs);
