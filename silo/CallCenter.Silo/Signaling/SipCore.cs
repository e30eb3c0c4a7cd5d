using CallCenter.Abstractions.Configuration;
using CallCenter.Silo.Loop;
using CallCenter.Silo.Projects;
using CallCenter.Silo.Signaling.Access;
using CallCenter.Silo.Signaling.Calls;
using CallCenter.Silo.Signaling.Security;
using CallCenter.Silo.Signaling.Targets;
using CallCenter.Sip;
using CallCenter.Sip.Dialogs;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Signaling;

/// <summary>What the handlers and the B2BUA share. Lives inside the loop.</summary>
internal sealed class SipCore
{
    private volatile bool _isDraining;

    public SipCore(SiloLoop loop, ProjectHost project, RequestSender sender, LegIdentity identity, SiloParts parts)
    {
        Loop = loop;
        Project = project;
        Identity = identity;
        Counters = parts.Counters;
        Log = parts.Logs.CreateLogger("CallCenter.Silo.Signaling");
        Sender = sender;
        Hosts = new ResolvedHosts(loop, new ServerSearch(parts.DnsServers), Log);
        KnownGuard = new KnownSourceGuard(Log, Counters);
        Movements = new PhoneMovements(Phones, Legs, project);
        Targets = new TargetResolver(Phones, Trunks, Hosts, identity);
        Credentials = new Credentials(Phones, Trunks, parts.Secrets, Sender.Random, identity.Derive("digest nonces"));
    }

    public SiloLoop Loop { get; }

    public ProjectHost Project { get; }

    public LegIdentity Identity { get; }

    public SiloCounters Counters { get; }

    public ILogger Log { get; }

    public RequestSender Sender { get; }

    public LocalAddresses Local => Sender.Local;

    public AccountBindings Phones { get; } = new();

    public TrunkTable Trunks { get; } = new();

    public ResolvedHosts Hosts { get; }

    public TargetResolver Targets { get; }

    public Credentials Credentials { get; }

    public SourceGuard Guard { get; } = new();

    public KnownSourceGuard KnownGuard { get; }

    public CircuitTable Legs { get; } = new();

    public PhoneMovements Movements { get; }

    /// <summary>Session timers we ask for and accept (RFC 4028).</summary>
    public SessionTimerPolicy SessionTimers { get; private set; } = new();

    /// <summary>A talking user agent that says nothing for so long is asked whether it lives; 0: never.</summary>
    public long ProbeMs { get; private set; }

    /// <summary>Time stamp of the message that is being handled, while somebody measures reactions; else 0.</summary>
    public long ReceivedAt { get; set; }

    /// <summary>The silo is about to stop: live calls are left to the next start, new ones are turned away. Set by any thread.</summary>
    public bool IsDraining
    {
        get => _isDraining;
        set => _isDraining = value;
    }

    /// <summary>The source is a trunk's address or a registered phone's.</summary>
    public bool IsKnown(SipEndPoint source) =>
        Phones.IsRegisteredAt(source) || Trunks.At(source) is not null || Trunks.InNetwork(source) is not null;

    /// <summary>Takes over what a configuration says about accounts and trunks.</summary>
    public void Apply(ProjectConfiguration configuration)
    {
        Phones.Renew(configuration.SipAccounts);
        Trunks.Renew(configuration.Trunks);
        Credentials.Renew(configuration.Realm, configuration.Digest);
        SessionTimers = new SessionTimerPolicy((uint)configuration.Dialogs.SessionIntervalSeconds);
        ProbeMs = configuration.Dialogs.ProbeSeconds * 1000L;
    }
}
