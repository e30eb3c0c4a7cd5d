namespace CallCenter.Journal;

/// <summary>What was cut off the end of the journal at its opening: the rest of a write that a crash interrupted.</summary>
public sealed record TornTail(string File, long Offset, long Bytes);
