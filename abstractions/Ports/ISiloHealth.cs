namespace CallCenter.Abstractions.Ports;

/// <summary>What <c>/health/ready</c> answers. Safe to call from any thread; never waits.</summary>
public interface ISiloHealth
{
    SiloHealth Read();

    /// <summary>What somebody has to look at, the worst first. Costs nothing.</summary>
    IReadOnlyList<SiloAlarm> Alarms { get; }
}

/// <summary>The state of the silo and its parts, with the counters since its start.</summary>
/// <param name="JournalSequence">Sequence number of the newest journaled event, all projects together.</param>
/// <param name="JournalBacklog">Events journaled but not yet in PostgreSQL.</param>
public sealed record SiloHealth(
    bool Ready, IReadOnlyList<PartHealth> Parts, long CallsLive, long CallsEnded, long JournalSequence, long JournalBacklog,
    MemoryHealth Memory);

/// <summary>What the process holds, and how long its memory management stopped it at most.</summary>
/// <param name="ManagedBytes">Bytes of live objects and garbage not collected yet.</param>
/// <param name="FullCollections">Full (generation 2) collections since phones can call.</param>
/// <param name="LongestPauseMs">The longest time one of them stopped the process, in milliseconds.</param>
public sealed record MemoryHealth(long ManagedBytes, long FullCollections, double LongestPauseMs);

/// <summary>
/// One part: <c>journal</c>, <c>disk</c>, <c>history</c>, <c>sip-udp</c>, <c>sip-tcp</c>, <c>projects</c>, <c>outgoing-limits</c>, with
/// TLS <c>sip-tls</c>.
/// </summary>
/// <param name="Required">Whether the silo is not ready without it; the history is not required, calls go on without it.</param>
/// <param name="Reason">Why it is not ready; null when it is.</param>
public sealed record PartHealth(string Name, bool Ready, bool Required, string? Reason);
