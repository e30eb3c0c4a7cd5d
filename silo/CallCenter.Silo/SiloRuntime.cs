using System.Net;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Silo.Backups;
using CallCenter.Silo.Loop;
using CallCenter.Silo.Projects;
using CallCenter.Silo.Signaling;
using CallCenter.Silo.Signaling.Calls;
using CallCenter.Silo.Signaling.Recovery;
using CallCenter.Silo.Signaling.Transport;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo;

/// <summary>
/// A running silo, put together in this order: (1) the project is recovered from snapshot and journal; (2) the loop with the project
/// in it; (3) the ports are opened, the signaling with the phones' bindings; (4) the SIP side of the live calls is rebuilt; (5) what comes
/// in is served. Stopping ends no call: nothing new comes in, a last snapshot is written, and the next start goes on from there.
/// </summary>
internal sealed class SiloRuntime : IDisposable
{
    /// <summary>T2 of RFC 3261: how far apart peers repeat what got no answer.</summary>
    private const long LongestRepetitionMs = 4_000;

    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(1);
    private readonly SipCore _core;
    private readonly LegIdentity _identity;
    private readonly TimerThread _timers;
    private readonly SipPorts _ports;
    private int _stopped;

    public SiloRuntime(SiloOptions options, SiloParts parts)
    {
        var project = new ProjectId(options.ProjectId);
        var log = parts.Logs;
        var snapshots = DataFolders.SnapshotsOf(options.DataFolder);
        var recovered = Recovery.Run(project, parts.Journal, snapshots, log.CreateLogger("CallCenter.Silo.Projects"));

        var clock = new SiloClock(parts.Time, recovered.At);
        Loop = new SiloLoop(clock, new Outbox(), parts.Journal.Writer.Flush, parts.Counters, log.CreateLogger("CallCenter.Silo.Loop"));
        Host = new ProjectHost(
            project, recovered.Engine, parts.Journal.Writer, parts.Counters, log.CreateLogger("CallCenter.Silo.Projects"));
        Host.Snapshots = new SnapshotKeeper(
            Host, recovered.Covered, options.SnapshotEvents, parts.Journal, snapshots, parts.Durable,
            log.CreateLogger("CallCenter.Silo.Projects"));
        Loop.Attach(Host);

        var signaling = log.CreateLogger("CallCenter.Silo.Signaling");
        SipEndpoint endpoint = null!;
        Inputs = new NetworkInputs(
            Loop, (message, error, now) => endpoint.Receive(message, error, now),
            (flow, inGoodOrder, now) => endpoint.OnBroken(flow, inGoodOrder, now));
        _ports = SipPorts.Open(options, Inputs, parts.Counters, signaling);
        SipEndPoint = _ports.EndPoint;
        var advertised = LocalAddresses.Choose(options.BindAddress, options.AdvertisedAddress);
        var local = new LocalAddresses(advertised, SipEndPoint.Port, _ports.Tls?.LocalEndPoint.Port);
        _identity = LegIdentity.Open(options.DataFolder);
        _core = new SipCore(Loop, Host, local, _identity, parts);
        var b2bua = new B2bua(_core);
        endpoint = new SipEndpoint(_core, b2bua);
        Host.Effects = b2bua;
        Loop.Attach(endpoint);
        Loop.Outbox.Connect(new Network(_ports.Udp, _ports.Tcp, _ports.Tls), Inputs.FailureWhileSending);
        _core.Apply(recovered.Engine.Configuration.Document);
        foreach (var (account, bindings) in recovered.Engine.Phones)
        {
            _core.Phones.Restore(account, bindings);
        }

        _timers = new TimerThread(Loop, clock);
        if (RestoredMark.IsSet(options.DataFolder))
        {
            CloseOfBackup(recovered);
            RestoredMark.Remove(options.DataFolder);
        }
        else
        {
            GoOn(recovered, new CircuitRecovery(_core, b2bua), log);
        }

        SignalingLog.Listening(signaling, SipEndPoint.ToString(), local.SentBy);
        if (_ports.Tls is { } tls)
        {
            SignalingLog.ListeningTls(signaling, tls.LocalEndPoint.ToString());
        }
    }

    public SiloLoop Loop { get; }

    public ProjectHost Host { get; }

    /// <summary>Where the network hands in what it received.</summary>
    public NetworkInputs Inputs { get; }

    /// <summary>Where SIP is served, UDP and TCP.</summary>
    public IPEndPoint SipEndPoint { get; }

    /// <summary>Where SIP over TLS is served; null where it is not.</summary>
    public IPEndPoint? SipTlsEndPoint => _ports.Tls?.LocalEndPoint;

    /// <summary>Connections that stand, TCP and TLS together.</summary>
    public int Connections => _ports.Tcp.Count + (_ports.Tls?.Count ?? 0);

    /// <summary>Commands are handled and deadlines kept; what comes in over the network still waits.</summary>
    public void Start() => _timers.Start();

    /// <summary>Takes what comes in over the network, also what came since the ports were opened.</summary>
    public void Listen() => _ports.Start();

    /// <summary>From now on new calls are turned away. From any thread.</summary>
    public void Drain() => _core.IsDraining = true;

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
            Host.Snapshots!.Finish();
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
        _timers.Dispose();
        _ports.Dispose();
        _identity.Dispose();
    }

    /// <summary>What was live when a restored backup was made ended then; no phone is told anything of it.</summary>
    private void CloseOfBackup(RecoveredProject recovered) => Loop.Enter(new Question<bool>(now =>
    {
        Host.Handle(new CloseInterruptedCalls(), recovered.At > 0 ? recovered.At : now);
        return true;
    }));

    /// <summary>Live calls go on; those that cannot are closed. What became due meanwhile happens a moment later.</summary>
    private void GoOn(RecoveredProject recovered, CircuitRecovery circuits, ILoggerFactory log)
    {
        Loop.Enter(new Question<bool>(now =>
        {
            List<CallId> lost = [];
            Host.QuietUntil = Host.Engine.LiveCalls > 0 ? now + LongestRepetitionMs : 0;
            Host.Aside(
                at =>
                {
                    lost = circuits.Run(recovered, at);
                    _core.Movements.ReportLost(at);
                },
                now);
            if (lost.Count > 0)
            {
                ProjectLog.Interrupted(log.CreateLogger("CallCenter.Silo.Projects"), lost.Count);
                Host.Handle(new CloseInterruptedCalls(lost), now);
            }

            return true;
        }));
    }
}
