using System.Net;
using CallCenter.Abstractions;
using CallCenter.Journal;
using CallCenter.Silo.Signaling;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo;

/// <summary>What a silo is put together from.</summary>
/// <param name="Durable">For every project the sequence that PostgreSQL has on its disk: up to there the journal may be trimmed.</param>
/// <param name="DnsServers">See <see cref="SiloOptions.DnsServers"/>.</param>
internal sealed record SiloParts(
    JournalFolder Journal, SipSecrets Secrets, SiloCounters Counters, TimeProvider Time,
    Func<Task<IReadOnlyDictionary<ProjectId, long>>> Durable, ILoggerFactory Logs,
    IReadOnlyList<IPEndPoint>? DnsServers = null);
