using System.Globalization;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Routing;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Projects;

/// <summary>
/// Outgoing calls refused by a limit: perhaps somebody calls at the company's expense. Each is a line in the log, at most one a minute
/// with the number of those in between, and for an hour a note in the health. Written inside the loop, read by anyone.
/// </summary>
internal sealed class OutgoingAlarm(ILogger log)
{
    private const long BetweenLinesMs = 60_000;
    private const long LastsMs = 3_600_000;
    private long _loggedAt = long.MinValue / 2;
    private int _sinceLogged;
    private volatile Raised? _raised;

    /// <summary>What is wrong; null when no call was refused within the last hour.</summary>
    public string? Reason(long now) => _raised is { } raised && now - raised.At < LastsMs ? raised.Text : null;

    /// <summary>Looks at a decision of the turn with these events.</summary>
    public void Look(CallRouted routed, IReadOnlyList<ProjectEvent> turn, long now)
    {
        if (routed.Decision.Kind != DecisionKind.Outgoing || !LimitRules.Contains(routed.Decision.Rule))
        {
            return;
        }

        var arrived = turn.OfType<CallArrived>().FirstOrDefault(arrived => arrived.Call == routed.Call);
        var (employee, number) = (arrived?.CallerEmployee?.Value ?? "unknown", arrived?.ClientNumber ?? "unknown");
        var count = _raised is { } before && now - before.At < LastsMs ? before.Count + 1 : 1;
        _raised = new Raised(now, count, string.Create(
            CultureInfo.InvariantCulture,
            $"{count} outgoing calls refused by limits, the last one of employee {employee} to {number}: {routed.Decision.Rule}"));
        _sinceLogged++;
        if (now - _loggedAt >= BetweenLinesMs)
        {
            ProjectLog.OutgoingLimit(log, employee, number, routed.Decision.Rule, _sinceLogged);
            (_loggedAt, _sinceLogged) = (now, 0);
        }
    }

    private sealed record Raised(long At, int Count, string Text);
}
