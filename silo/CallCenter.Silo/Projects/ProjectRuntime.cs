using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Silo.Loop;
using CallCenter.Silo.Signaling;
using CallCenter.Silo.Signaling.Recovery;
using CallCenter.Silo.Signaling.Transport;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Projects;

/// <summary>
/// One project that runs in the silo: its loop with the engine, the journal's writer, the signaling and the snapshots in it.
/// <see cref="Make"/> puts it together as the journal left it, <see cref="Begin"/> rebuilds the SIP side of its live calls.
/// </summary>
internal sealed class ProjectRuntime : IDisposable
{
    /// <summary>T2 of RFC 3261: how far apart peers repeat what got no answer.</summary>
    private const long LongestRepetitionMs = 4_000;

    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(1);

    private readonly ILogger _log;

    private ProjectRuntime(ILogger log) => _log = log;

    public ProjectId Id => Host.Id;

    public required ProjectLoop Loop { get; init; }

    public required ProjectHost Host { get; init; }

    public required ProjectSignaling Signaling { get; init; }

    public required SnapshotKeeper Snapshots { get; init; }

    public static ProjectRuntime Make(
        RecoveredProject recovered, ProjectNumber number, SipEdge edge, SipPorts ports, SnapshotFolder snapshots, SiloParts parts)
    {
        var log = parts.Logs.CreateLogger("CallCenter.Silo.Projects");
        var counters = parts.Counters.NewLoop();
        var writer = parts.Journal.NewWriter();
        var loop = new ProjectLoop(
            new LoopClock(parts.Time, recovered.At), new Outbox(), writer.Flush, counters, parts.Logs.CreateLogger("CallCenter.Silo.Loop"));
        var host = new ProjectHost(recovered.Engine, writer, counters, log);
        var signaling = new ProjectSignaling(loop, host, number, edge, parts.Secrets(recovered.Engine.Id), counters);
        var keeper = new SnapshotKeeper(host, recovered.Covered, snapshots, log);
        loop.Attach(new RingEnds(host, signaling.B2bua));
        loop.Attach(host);
        loop.Attach(keeper);
        loop.Attach(signaling);
        loop.Attach(new ProjectOrders(host, signaling.Core, signaling.B2bua));
        signaling.Connect(new Network(ports, counters));
        signaling.Core.Apply(recovered.Engine.Configuration.Document);
        foreach (var (account, bindings) in recovered.Engine.Phones)
        {
            signaling.Core.Phones.Restore(account, bindings);
        }

        return new ProjectRuntime(log) { Loop = loop, Host = host, Signaling = signaling, Snapshots = keeper };
    }

    /// <summary>
    /// Live calls go on; those that cannot are closed. What became due meanwhile happens a moment later. What was live when a restored
    /// backup was made ended then; no phone is told anything of it.
    /// </summary>
    public void Begin(RecoveredProject recovered, bool ofBackup) => Loop.Enter(new Question<bool>(now =>
    {
        if (ofBackup)
        {
            Host.Handle(new CloseInterruptedCalls(), recovered.At > 0 ? recovered.At : now);
        }
        else
        {
            GoOn(recovered, now);
        }

        return true;
    }));

    /// <summary>Ends the streams of everyone who follows; a last snapshot is written. Live calls are left to the next start.</summary>
    public async Task End()
    {
        var ended = new Question<bool>(_ =>
        {
            Host.EndFeeds();
            return true;
        });
        Loop.Enter(ended);
        await Task.WhenAny(ended.Answer, Task.Delay(LongestStop)).ConfigureAwait(false);
        HasEnded = ended.Answer.IsCompletedSuccessfully;
    }

    /// <summary>It ended in good order, so that its state may be kept.</summary>
    public bool HasEnded { get; private set; }

    public void Dispose() => Signaling.Dispose();

    private void GoOn(RecoveredProject recovered, long now)
    {
        Host.StayQuietUntil(Host.Engine.LiveCalls > 0 ? now + LongestRepetitionMs : 0);
        var lost = new CircuitRecovery(Signaling.Core, Signaling.B2bua).Run(recovered, now);
        if (lost.Count > 0)
        {
            ProjectLog.Interrupted(_log, lost.Count);
            Host.Handle(new CloseInterruptedCalls(lost), now);
        }

        Signaling.Core.Movements.ReportLost(now);
        Signaling.Core.Edge.Media.Recordings.FinishLeft(Host, Loop);
    }
}
