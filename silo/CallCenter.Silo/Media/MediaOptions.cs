namespace CallCenter.Silo.Media;

/// <summary>What the audio that goes through us may use.</summary>
public sealed record MediaOptions
{
    public const int UsualFirstPort = 20_000;
    public const int UsualLastPort = 29_999;

    /// <summary>UDP ports, two for each leg of a call: RTP and RTCP.</summary>
    public int FirstPort { get; init; } = UsualFirstPort;

    public int LastPort { get; init; } = UsualLastPort;

    /// <summary>Threads that carry audio; a call stays with one of them. 0: one for every two cores.</summary>
    public int Threads { get; init; }

    /// <summary>A leg that sent nothing for so long in a conversation is gone; zero: it never is.</summary>
    public TimeSpan SilenceLimit { get; init; } = TimeSpan.FromSeconds(60);
}
