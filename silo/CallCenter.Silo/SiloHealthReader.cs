using CallCenter.Abstractions.Ports;
using CallCenter.History;
using CallCenter.Journal;
using CallCenter.Silo.Alarms;

namespace CallCenter.Silo;

/// <summary>The health of the silo, from what its parts say about themselves.</summary>
internal sealed class SiloHealthReader(
    SiloRuntimeHolder holder, SiloCounters counters, CollectionWatch collections, IJournalReader journal, Func<HistoryHealth> history,
    AlarmWatch alarms)
    : ISiloHealth
{
    public IReadOnlyList<SiloAlarm> Alarms => alarms.Current;

    public SiloHealth Read()
    {
        var runtime = holder.Started;
        var notStarted = runtime is null ? "not started" : null;
        var shipping = history();
        var projects = runtime?.Projects.All ?? [];
        var limits = projects.Select(static project => project.Host.OutgoingAlarm.Reason(project.Loop.Now))
            .FirstOrDefault(static reason => reason is not null);
        var busy = runtime?.Edge.KnownGuard.Reason(projects.Select(static project => project.Loop.Now).DefaultIfEmpty().Max());
        var journalFailure = notStarted ?? runtime?.JournalFailure;
        IReadOnlyList<PartHealth> parts =
        [
            new("journal", journalFailure is null, Required: true, journalFailure),
            new("disk", alarms.Disk.Problem is null, Required: false, alarms.Disk.Problem),
            new("history", shipping.Ready, Required: false, shipping.Reason),
            new("projects", runtime is not null, Required: true, notStarted),
            new("sip-udp", runtime is not null, Required: true, notStarted),
            new("sip-tcp", runtime is not null, Required: true, notStarted),
            .. runtime?.SipTlsEndPoint is null ? Array.Empty<PartHealth>() : [new("sip-tls", true, Required: true, null)],
            new("outgoing-limits", limits is null, Required: false, limits),
            new("sip-rates", busy is null, Required: false, busy),
        ];
        return new SiloHealth(
            parts.All(part => part.Ready || !part.Required), parts, counters.CallsLive, counters.CallsEnded,
            journal.Projects.Sum(journal.LastSequence), shipping.Backlog, collections.Read());
    }
}
