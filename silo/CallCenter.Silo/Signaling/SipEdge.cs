using CallCenter.Silo.Loop;
using CallCenter.Silo.Media;
using CallCenter.Silo.Signaling.Entrance;
using CallCenter.Silo.Signaling.Security;
using CallCenter.Silo.Signaling.Targets;
using CallCenter.Sip;
using CallCenter.Sip.Messages;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Signaling;

/// <summary>
/// The silo's side of SIP, shared by its projects: whose a message is, which sources are held back, how we name ourselves, what the DNS
/// says. What a message means is its project's affair (<see cref="ProjectSignaling"/>). From any thread.
/// </summary>
internal sealed class SipEdge(
    LocalAddresses local, SipSecret secret, ServerSearch search, MediaHost media, SiloCounters counters, ILogger log)
{
    private volatile bool _isDraining;

    public LocalAddresses Local => local;

    /// <summary>What identifiers and nonces are made from.</summary>
    public SipSecret Secret => secret;

    /// <summary>The audio of the calls that goes through us.</summary>
    public MediaHost Media => media;

    public ILogger Log => log;

    public EntranceTable Projects { get; } = new();

    public ResolvedHosts Hosts { get; } = new(search, log);

    public SourceGuard Guard { get; } = new();

    public KnownSourceGuard KnownGuard { get; } = new(log, counters);

    /// <summary>The silo is about to stop: live calls are left to the next start, new ones are turned away.</summary>
    public bool IsDraining
    {
        get => _isDraining;
        set => _isDraining = value;
    }

    /// <summary>
    /// A message from the network, parsed or malformed, is queued for the project it belongs to; <paramref name="handled"/> is called when
    /// that has it, or nobody wants it.
    /// </summary>
    /// <param name="touched">Gets the loop that has to be drained.</param>
    public void Receive(SipMessage? message, SipParseError error, Action handled, TouchedLoops touched)
    {
        if (message is null)
        {
            counters.CountUnreadable();
            handled();
        }
        else if (Projects.Of(message, isMalformed: error.Reason is not null) is { } project)
        {
            project.Loop.Queue(new ReceivedMessage(project, message, error, handled, counters.Telemetry.Received()));
            touched.Add(project.Loop);
        }
        else
        {
            counters.CountNobodys();
            handled();
        }
    }

    /// <summary>A message not worth reading: its source is beyond its rate.</summary>
    public bool Drops(SipEndPoint remote, ReadOnlySpan<byte> message) => KnownGuard.Drops(remote, message);

    /// <summary>A connection ended; each project sees to what it has on it.</summary>
    /// <param name="inGoodOrder">Nothing was left unsent, and the network did not fail.</param>
    public void Ended(SipFlow flow, bool inGoodOrder)
    {
        foreach (var project in Projects.All)
        {
            project.Loop.Enter(new BrokenFlow(project, flow, inGoodOrder));
        }
    }

    private sealed class ReceivedMessage(
        ProjectSignaling project, SipMessage message, SipParseError error, Action handled, long receivedAt) : LoopInput
    {
        public override void Handle(long now)
        {
            handled();
            project.Core.ReceivedAt = receivedAt;
            project.Receive(message, error, now);
        }
    }
}
