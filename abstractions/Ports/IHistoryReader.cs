using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.History;

namespace CallCenter.Abstractions.Ports;

/// <summary>
/// Reads history from PostgreSQL. Every method throws <see cref="HistoryUnavailableException"/> when the database is away, within a few
/// seconds.
/// </summary>
public interface IHistoryReader
{
    ValueTask<CallPage> Calls(ProjectId project, CallQuery query, CancellationToken cancellation = default);

    /// <summary>Null when the call is unknown (or still live).</summary>
    ValueTask<CallCard?> Call(ProjectId project, CallId call, CancellationToken cancellation = default);

    /// <summary>What was recorded of an ended call, in the order of its conversations; none where nothing was.</summary>
    ValueTask<IReadOnlyList<RecordedConversation>> Recordings(ProjectId project, CallId call, CancellationToken cancellation = default);

    /// <summary>The recorded conversations of some calls whose sound is there, in their order; a call without any is left out.</summary>
    /// <param name="heardBy">Only those in which this employee talked; null: all.</param>
    ValueTask<IReadOnlyDictionary<CallId, IReadOnlyList<int>>> WithSound(
        ProjectId project, IReadOnlyList<CallId> calls, EmployeeId? heardBy, CancellationToken cancellation = default);

    /// <summary>Who spoke when in recorded conversations with clients, the newest calls first.</summary>
    ValueTask<ClientTalks> Talks(ProjectId project, TalkQuery query, CancellationToken cancellation = default);

    /// <summary>Client calls that arrived in the period and are over.</summary>
    /// <param name="from">Unix milliseconds UTC, inclusive.</param>
    /// <param name="to">Exclusive.</param>
    ValueTask<CallTotals> Totals(ProjectId project, long from, long to, CancellationToken cancellation = default);

    /// <summary>How many calls each trunk has carried in a period; a trunk without any is left out.</summary>
    ValueTask<IReadOnlyList<TrunkCalls>> CallsByTrunk(
        ProjectId project, long from, long to, CancellationToken cancellation = default);

    /// <summary>Newest first.</summary>
    ValueTask<IReadOnlyList<ConfigurationVersion>> ConfigurationVersions(ProjectId project, CancellationToken cancellation = default);

    ValueTask<ProjectConfiguration?> ConfigurationDocument(ProjectId project, int version, CancellationToken cancellation = default);

    /// <summary>Who did what.</summary>
    ValueTask<AuditPage> Audit(ProjectId project, AuditQuery query, CancellationToken cancellation = default);
}

/// <summary>PostgreSQL cannot be reached; calls go on, pages say so.</summary>
public sealed class HistoryUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
