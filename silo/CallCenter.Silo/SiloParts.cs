using System.Net;
using CallCenter.Abstractions;
using CallCenter.Journal;
using CallCenter.Silo.Projects;
using CallCenter.Silo.Signaling;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo;

/// <summary>What a silo is put together from.</summary>
/// <param name="Registry">The projects that there are.</param>
/// <param name="Secrets">The passwords of a project.</param>
/// <param name="Durable">For every project the sequence that PostgreSQL has on its disk: up to there the journal may be trimmed.</param>
/// <param name="DnsServers">See <see cref="SiloOptions.DnsServers"/>.</param>
internal sealed record SiloParts(
    JournalFolder Journal, ProjectRegistry Registry, Func<ProjectId, SipSecrets> Secrets, SiloCounters Counters, TimeProvider Time,
    Func<Task<IReadOnlyDictionary<ProjectId, long>>> Durable, ILoggerFactory Logs,
    IReadOnlyList<IPEndPoint>? DnsServers = null);
