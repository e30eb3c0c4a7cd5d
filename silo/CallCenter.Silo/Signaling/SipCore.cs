using CallCenter.Abstractions.Configuration;
using CallCenter.Silo.Loop;
using CallCenter.Silo.Media.Prompts;
using CallCenter.Silo.Projects;
using CallCenter.Silo.Signaling.Access;
using CallCenter.Silo.Signaling.Calls;
using CallCenter.Silo.Signaling.Entrance;
using CallCenter.Silo.Signaling.Targets;
using CallCenter.Silo.Signaling.Trunks;
using CallCenter.Sip;
using CallCenter.Sip.Dialogs;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Signaling;

/// <summary>What the handlers and the B2BUA share. Lives inside the loop.</summary>
internal sealed class SipCore
{
    private readonly ProjectSignaling _owner;
    private volatile bool _isSuspended;

    public SipCore(
        ProjectSignaling owner, ProjectHost project, SipEdge edge, RequestSender sender, LegIdentity identity, SipSecrets secrets,
        LoopCounters counters)
    {
        _owner = owner;
        Project = project;
        Edge = edge;
        Identity = identity;
        Counters = counters;
        Sender = sender;
        Phones = new AccountBindings((place, isThere) => edge.Projects.SetPhone(place, owner, isThere));
        Movements = new PhoneMovements(Phones, Legs, project);
        Targets = new TargetResolver(Phones, Trunks, edge.Hosts, owner.Loop, identity);
        TrunkWatch = new TrunkWatch(this);
        Sounds = edge.Media.Sounds.Open(project.Id);
        Credentials = new Credentials(Phones, Trunks, secrets, Sender.Random, identity.Derive("digest nonces"));
    }

    public ProjectLoop Loop => _owner.Loop;

    /// <summary>What the projects of the silo share.</summary>
    public SipEdge Edge { get; }

    public ProjectHost Project { get; }

    public LegIdentity Identity { get; }

    public LoopCounters Counters { get; }

    public ILogger Log => Edge.Log;

    public RequestSender Sender { get; }

    public LocalAddresses Local => Sender.Local;

    public AccountBindings Phones { get; }

    public TrunkTable Trunks { get; } = new();

    public TrunkWatch TrunkWatch { get; }

    /// <summary>What callers hear of us.</summary>
    public ProjectSounds Sounds { get; }

    public ResolvedHosts Hosts => Edge.Hosts;

    public TargetResolver Targets { get; }

    public Credentials Credentials { get; }

    public CircuitTable Legs { get; } = new();

    public PhoneMovements Movements { get; }

    /// <summary>Session timers we ask for and accept (RFC 4028).</summary>
    public SessionTimerPolicy SessionTimers { get; private set; } = new();

    /// <summary>A talking user agent that says nothing for so long is asked whether it lives; 0: never.</summary>
    public long ProbeMs { get; private set; }

    /// <summary>What prompts are spoken in.</summary>
    public SpokenLanguage Language { get; private set; }

    /// <summary>Pressed by an employee they pause the recording, and let it go on again; null: no keys do.</summary>
    public string? PauseKeys { get; private set; }

    /// <summary>After so long without a word a message is over.</summary>
    public TimeSpan MessageSilence { get; private set; }

    /// <summary>Phones over TLS are offered encrypted audio.</summary>
    public bool OffersEncryption { get; private set; }

    /// <summary>Calls of some number are to go through us.</summary>
    public bool AnchorsCalls { get; private set; }

    /// <summary>Time stamp of the message that is being handled, while somebody measures reactions; else 0.</summary>
    public long ReceivedAt { get; set; }

    /// <summary>
    /// New calls are turned away, live ones go on: the silo is about to stop, or the project is suspended. From any thread.
    /// </summary>
    public bool IsDraining => _isSuspended || Edge.IsDraining;

    /// <summary>Set by any thread.</summary>
    public bool IsSuspended
    {
        get => _isSuspended;
        set => _isSuspended = value;
    }

    /// <summary>The source is a trunk's address or a registered phone's.</summary>
    public bool IsKnown(SipEndPoint source) =>
        Phones.IsRegisteredAt(source) || Trunks.At(source) is not null || Trunks.InNetwork(source) is not null;

    /// <summary>Takes over what a configuration says about accounts and trunks.</summary>
    public void Apply(ProjectConfiguration configuration)
    {
        Phones.Renew(configuration.SipAccounts);
        Trunks.Renew(configuration.Trunks);
        TrunkWatch.Renew(configuration.Trunks);
        Credentials.Renew(configuration.Realm, configuration.Digest);
        SessionTimers = new SessionTimerPolicy((uint)configuration.Dialogs.SessionIntervalSeconds);
        ProbeMs = configuration.Dialogs.ProbeSeconds * 1000L;
        Language = configuration.Language;
        PauseKeys = configuration.Recording.PauseKeys;
        MessageSilence = TimeSpan.FromSeconds(configuration.Voicemail.SilenceSeconds);
        OffersEncryption = configuration.MediaEncryption == MediaEncryption.Offered;
        AnchorsCalls = Project.Engine.AnchorsCalls;
        if (AnchorsCalls)
        {
            Sounds.WarmUp();
        }

        Edge.Projects.Publish(new ProjectEntrance(_owner, configuration));
    }
}
