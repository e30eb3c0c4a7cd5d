using System.Net;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Silo.Loop;
using CallCenter.Silo.Projects;
using CallCenter.Silo.Signaling;
using CallCenter.Silo.Signaling.Calls;
using CallCenter.Silo.Signaling.Transport;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo;

/// <summary>
/// A running silo, put together in this order: (1) the project is recovered from snapshot and journal; (2) the loop with the project
/// in it; (3) calls that were live when the silo ended are closed; (4) the signaling, with the phones' bindings; (5) the ports are
/// opened. Stopping goes back the same way: nothing new comes in, every call is hung up, a last snapshot is written.
/// </summary>
internal sealed class SiloRuntime : IDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(1);
    private readonly B2bua _b2bua;
    private readonly LegIdentity _identity;
    private readonly TimerThread _timers;
    private readonly SipPorts _ports;
    private int _stopped;

    public SiloRuntime(SiloOptions options, SiloParts parts)
    {
        var project = new ProjectId(options.ProjectId);
        var log = parts.Logs;
        var snapshots = Path.Combine(options.DataFolder, "snapshots");
        var (grain, at) = Recovery.Run(project, parts.Journal, snapshots, log.CreateLogger("CallCenter.Silo.Projects"));

        var clock = new SiloClock(parts.Time, at);
        Loop = new SiloLoop(clock, new Outbox(), parts.Journal.Writer.Flush, parts.Counters, log.CreateLogger("CallCenter.Silo.Loop"));
        Host = new ProjectHost(project, grain, parts.Journal.Writer, parts.Counters, log.CreateLogger("CallCenter.Silo.Projects"));
        Host.Snapshots = new SnapshotKeeper(Host, parts.Journal, snapshots, parts.Durable, log.CreateLogger("CallCenter.Silo.Projects"));
        Loop.Attach(Host);
        CloseInterrupted(log);

        var signaling = log.CreateLogger("CallCenter.Silo.Signaling");
        SipEndpoint endpoint = null!;
        var inputs = new NetworkInputs(
            Loop, (message, error, now) => endpoint.Receive(message, error, now), (flow, now) => endpoint.OnBroken(flow, now));
        _ports = SipPorts.Open(new IPEndPoint(options.BindAddress, options.SipPort), inputs, parts.Counters, signaling);
        SipEndPoint = _ports.EndPoint;
        var local = new LocalAddresses(LocalAddresses.Choose(options.BindAddress, options.AdvertisedAddress), SipEndPoint.Port);
        _identity = LegIdentity.Open(options.DataFolder);
        var core = new SipCore(Loop, Host, local, _identity, parts);
        _b2bua = new B2bua(core);
        endpoint = new SipEndpoint(core, _b2bua);
        Host.Effects = _b2bua;
        Loop.Attach(endpoint);
        Loop.Outbox.Connect(new Network(_ports.Udp, _ports.Tcp), inputs.FailureWhileSending);
        core.Apply(grain.Configuration.Document);
        foreach (var (account, bindings) in grain.Phones)
        {
            core.Phones.Restore(account, bindings);
        }

        _timers = new TimerThread(Loop, clock);
        SignalingLog.Listening(signaling, SipEndPoint.ToString(), local.SentBy);
    }

    public SiloLoop Loop { get; }

    public ProjectHost Host { get; }

    /// <summary>Where SIP is served, UDP and TCP.</summary>
    public IPEndPoint SipEndPoint { get; }

    /// <summary>Commands are handled and deadlines kept; what comes in over the network still waits.</summary>
    public void Start() => _timers.Start();

    /// <summary>Takes what comes in over the network, also what came since the ports were opened.</summary>
    public void Listen() => _ports.Start();

    /// <summary>Hangs up every call, writes what remains, and closes the ports. Takes at most about a second, whatever is wrong.</summary>
    public async Task Stop()
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0)
        {
            return;
        }

        var ended = new Question<bool>(now =>
        {
            Host.Handle(new CloseInterruptedCalls(), now);
            _b2bua.EndAll(now);
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

    private void CloseInterrupted(ILoggerFactory log)
    {
        if (Host.Grain.LiveCalls > 0)
        {
            ProjectLog.Interrupted(log.CreateLogger("CallCenter.Silo.Projects"), Host.Grain.LiveCalls);
            var closed = new Question<CommandReply>(now => Host.Handle(new CloseInterruptedCalls(), now));
            Loop.Enter(closed);
        }
    }
}

