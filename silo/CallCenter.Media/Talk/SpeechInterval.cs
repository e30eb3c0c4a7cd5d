namespace CallCenter.Media.Talk;

/// <summary>One side speaks without a pause worth the name.</summary>
public readonly record struct SpeechInterval(TimeSpan Start, TimeSpan End)
{
    public TimeSpan Duration => End - Start;
}
