namespace CallCenter.Media.Talk;

/// <summary>A stretch of a conversation in which the same side speaks; the next one begins where it ends.</summary>
public readonly record struct TalkSegment(TalkState State, TimeSpan Start, TimeSpan End)
{
    public TimeSpan Duration => End - Start;
}
