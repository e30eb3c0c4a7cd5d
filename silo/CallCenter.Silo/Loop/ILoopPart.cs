namespace CallCenter.Silo.Loop;

/// <summary>What lives inside the loop and has due times of its own: SIP timers, a project's deadlines, the board's spacing.</summary>
public interface ILoopPart
{
    /// <summary>Unix milliseconds UTC; <see cref="long.MaxValue"/> when nothing is due.</summary>
    long NextDue { get; }

    /// <summary>Does what is due at <paramref name="now"/>.</summary>
    void Fire(long now);

    /// <summary>An input was handled, or something due was done: what it left to do inside of the loop is done now.</summary>
    void Settle(long now)
    {
    }

    /// <summary>A batch is written and its messages are sent.</summary>
    void BatchWritten(long now)
    {
    }
}
