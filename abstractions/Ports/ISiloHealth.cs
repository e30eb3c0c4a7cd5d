namespace CallCenter.Abstractions.Ports;

/// <summary>What <c>/health/ready</c> answers. Safe to call from any thread; never waits.</summary>
public interface ISiloHealth
{
    SiloHealth Read();
}

/// <summary>The state of the silo and its parts, with the counters since its start.</summary>
/// <param name="JournalSequence">Sequence number of the newest journaled event, all projects together.</param>
/// <param name="JournalBacklog">Events journaled but not yet in PostgreSQL.</param>
public sealed record SiloHealth(
    bool Ready, IReadOnlyList<PartHealth> Parts, long CallsLive, long CallsEnded, long JournalSequence, long JournalBacklog);

/// <summary>One part: <c>journal</c>, <c>history</c>, <c>sip-udp</c>, <c>sip-tcp</c>, <c>projects</c>.</summary>
/// <param name="Required">Whether the silo is not ready without it; the history is not required, calls go on without it.</param>
/// <param name="Reason">Why it is not ready; null when it is.</param>
public sealed record PartHealth(string Name, bool Ready, bool Required, string? Reason);
