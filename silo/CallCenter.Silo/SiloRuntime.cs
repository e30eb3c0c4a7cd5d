using System.Net;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Silo.Backups;
using CallCenter.Silo.Loop;
using CallCenter.Silo.Projects;
using CallCenter.Silo.Signaling;
using CallCenter.Silo.Signaling.Recovery;
using CallCenter.Silo.Signaling.Transport;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo;

/// <summary>
/// A running silo. <see cref="Open"/> puts it together: (1) the ports are taken, so that what peers send while the rest is made waits
/// instead of being lost; (2) the project is recovered from snapshot and journal, the loop with the project in it; (3) the signaling with
/// the phones' bindings; (4) the SIP side of the live calls is rebuilt. Then (5) <see cref="Start"/> keeps the deadlines and
/// <see cref="Listen"/> serves what comes in. Stopping ends no call: nothing new comes in, a last snapshot is written, and the next start
/// goes on from there.
/// </summary>
internal sealed class SiloRuntime : IDisposable
{
    /// <summary>T2 of RFC 3261: how far apart peers repeat what got no answer.</summary>
    private const long LongestRepetitionMs = 4_000;

    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(1);
    private int _stopped;

    private SiloRuntime()
    {
    }

    public required SiloLoop Loop { get; init; }

    public required ProjectHost Host { get; init; }

    /// <summary>Where the network hands in what it received.</summary>
    public required NetworkInputs Inputs { get; init; }

    /// <summary>Where SIP is served, UDP and TCP.</summary>
    public required IPEndPoint SipEndPoint { get; init; }

    /// <summary>Where SIP over TLS is served; null where it is not.</summary>
    public IPEndPoint? SipTlsEndPoint { get; private init; }

    /// <summary>Connections that stand, TCP and TLS together.</summary>
    public int Connections => Ports.Connections;

    public required SnapshotKeeper Snapshots { get; init; }

    public required SipEdge Edge { get; init; }

    public required LegIdentity Identity { get; init; }

    public required SipPorts Ports { get; init; }

    public required TimerThread Timers { get; init; }

    /// <summary>Throws where the start cannot be: the message says what is wrong and what helps.</summary>
    public static SiloRuntime Open(SiloOptions options, SiloParts parts)
    {
        // (1)
        var log = parts.Logs.CreateLogger("CallCenter.Silo.Signaling");
        var certificate = options.SipTls is { } tls ? new TlsCertificate(tls.CertificateFile, tls.KeyFile, log) : null;
        var sockets = BoundSockets.Bind(options.BindAddress, options.SipPort, options.SipTls?.Port);
        try
        {
            return Make(options, parts, sockets, certificate);
        }
        catch
        {
            sockets.Dispose();
            throw;
        }
    }

    private static SiloRuntime Make(SiloOptions options, SiloParts parts, BoundSockets sockets, TlsCertificate? certificate)
    {
        // (2)
        var projects = parts.Logs.CreateLogger("CallCenter.Silo.Projects");
        var snapshots = DataFolders.SnapshotsOf(options.DataFolder);
        var recovered = Recovery.Run(new ProjectId(options.ProjectId), parts.Journal, snapshots, projects);
        var clock = new SiloClock(parts.Time, recovered.At);
        var loop = new SiloLoop(
            clock, new Outbox(), parts.Journal.Writer.Flush, parts.Counters, parts.Logs.CreateLogger("CallCenter.Silo.Loop"));
        var host = new ProjectHost(recovered.Engine, parts.Journal.Writer, parts.Counters, projects);
        var keeper = new SnapshotKeeper(host, recovered.Covered, options.SnapshotEvents, parts.Journal, snapshots, parts.Durable, projects);

        // (3)
        var signaling = parts.Logs.CreateLogger("CallCenter.Silo.Signaling");
        var identity = LegIdentity.Open(options.DataFolder);
        var local = new LocalAddresses(
            LocalAddresses.Choose(options.BindAddress, options.AdvertisedAddress), sockets.EndPoint.Port, sockets.TlsEndPoint?.Port);
        var edge = new SipEdge(loop, host, local, identity, parts);
        var inputs = new NetworkInputs(loop, edge);
        var limits = new StreamLimits { Connections = options.SipConnections, MessageWithin = options.SipMessageWithin };
        var ports = new SipPorts(sockets, certificate, limits, inputs, parts.Counters, signaling);
        loop.Attach(new RingEnds(host, edge.B2bua));
        loop.Attach(host);
        loop.Attach(keeper);
        loop.Attach(edge);
        loop.Attach(new ProjectOrders(host, edge.Core, edge.B2bua));
        loop.Outbox.Connect(new Network(ports.Udp, ports.Tcp, ports.Tls), inputs.FailureWhileSending);
        edge.Core.Apply(recovered.Engine.Configuration.Document);
        foreach (var (account, bindings) in recovered.Engine.Phones)
        {
            edge.Core.Phones.Restore(account, bindings);
        }

        SignalingLog.Listening(signaling, sockets.EndPoint.ToString(), local.SentBy);
        if (sockets.TlsEndPoint is { } overTls)
        {
            SignalingLog.ListeningTls(signaling, overTls.ToString());
        }

        var runtime = new SiloRuntime
        {
            Loop = loop,
            Host = host,
            Snapshots = keeper,
            Edge = edge,
            Identity = identity,
            Inputs = inputs,
            Ports = ports,
            Timers = new TimerThread(loop, clock),
            SipEndPoint = sockets.EndPoint,
            SipTlsEndPoint = sockets.TlsEndPoint,
        };

        // (4)
        if (RestoredMark.IsSet(options.DataFolder))
        {
            runtime.CloseOfBackup(recovered);
            RestoredMark.Remove(options.DataFolder);
        }
        else
        {
            runtime.GoOn(recovered, projects);
        }

        return runtime;
    }

    /// <summary>Commands are handled and deadlines kept; what comes in over the network still waits.</summary>
    public void Start() => Timers.Start();

    /// <summary>Takes what comes in over the network, also what came since the ports were taken.</summary>
    public void Listen() => Ports.Start();

    /// <summary>From now on new calls are turned away. From any thread.</summary>
    public void Drain() => Edge.Core.IsDraining = true;

    /// <summary>
    /// Writes what remains and closes the ports; live calls are left to the next start. Takes at most about a second, whatever is wrong.
    /// </summary>
    public async Task Stop()
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0)
        {
            return;
        }

        Drain();
        var ended = new Question<bool>(_ =>
        {
            Host.EndFeeds();
            return true;
        });
        Loop.Enter(ended);
        await Task.WhenAny(ended.Answer, Task.Delay(LongestStop)).ConfigureAwait(false);
        Close();
        if (ended.Answer.IsCompletedSuccessfully)
        {
            Snapshots.Finish();
        }
    }

    /// <summary>Closes the ports and nothing else: the hard way, after which the next start recovers.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 0)
        {
            Close();
        }
    }

    private void Close()
    {
        Timers.Dispose();
        Ports.Dispose();
        Identity.Dispose();
    }

    /// <summary>What was live when a restored backup was made ended then; no phone is told anything of it.</summary>
    private void CloseOfBackup(RecoveredProject recovered) => Loop.Enter(new Question<bool>(now =>
    {
        Host.Handle(new CloseInterruptedCalls(), recovered.At > 0 ? recovered.At : now);
        return true;
    }));

    /// <summary>Live calls go on; those that cannot are closed. What became due meanwhile happens a moment later.</summary>
    private void GoOn(RecoveredProject recovered, ILogger log) => Loop.Enter(new Question<bool>(now =>
    {
        Host.StayQuietUntil(Host.Engine.LiveCalls > 0 ? now + LongestRepetitionMs : 0);
        var lost = new CircuitRecovery(Edge.Core, Edge.B2bua).Run(recovered, now);
        if (lost.Count > 0)
        {
            ProjectLog.Interrupted(log, lost.Count);
            Host.Handle(new CloseInterruptedCalls(lost), now);
        }

        Edge.Core.Movements.ReportLost(now);

        return true;
    }));
}
