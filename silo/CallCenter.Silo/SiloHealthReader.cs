using CallCenter.Abstractions.Ports;

namespace CallCenter.Silo;

/// <summary>The health of the silo, from what its parts say about themselves.</summary>
internal sealed class SiloHealthReader(SiloRuntimeHolder holder, SiloCounters counters, IJournalReader journal) : ISiloHealth
{
    public SiloHealth Read()
    {
        var runtime = holder.Started;
        var notStarted = runtime is null ? "not started" : null;
        var journalFailure = notStarted ?? runtime?.Loop.JournalFailure;
        IReadOnlyList<PartHealth> parts =
        [
            new("journal", journalFailure is null, Required: true, journalFailure),
            new("projects", runtime is not null, Required: true, notStarted),
            new("sip-udp", runtime is not null, Required: true, notStarted),
            new("sip-tcp", runtime is not null, Required: true, notStarted),
        ];
        return new SiloHealth(
            parts.All(part => part.Ready || !part.Required), parts, counters.CallsLive, counters.CallsEnded,
            journal.LastSequence(holder.Project), 0);
    }
}
