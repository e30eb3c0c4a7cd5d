namespace CallCenter.Load.Transport;

/// <summary>Something that keeps its own timers in milliseconds of the loop's time, like a SIP stack.</summary>
internal interface ITicking
{
    /// <summary>When <see cref="Tick"/> is needed next; <see cref="long.MaxValue"/> for not at all.</summary>
    long NextDueMs { get; }

    void Tick(long nowMs);
}
