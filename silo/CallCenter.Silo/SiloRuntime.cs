using System.Net;
using CallCenter.Abstractions.Projects;
using CallCenter.Silo.Backups;
using CallCenter.Silo.Loop;
using CallCenter.Silo.Media;
using CallCenter.Silo.Media.Prompts;
using CallCenter.Silo.Media.Recordings;
using CallCenter.Silo.Projects;
using CallCenter.Silo.Signaling;
using CallCenter.Silo.Signaling.Targets;
using CallCenter.Silo.Signaling.Transport;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo;

/// <summary>
/// A running silo. <see cref="Open"/> puts it together: (1) the ports are taken, so that what peers send while the rest is made waits
/// instead of being lost; (2) all projects are recovered from their snapshots and the journal; (3) each gets its loop and its signaling
/// with the phones' bindings; (4) the SIP side of the live calls is rebuilt. Then (5) <see cref="Start"/> keeps the deadlines and
/// <see cref="Listen"/> serves what comes in. Stopping ends no call: nothing new comes in, a last snapshot is written, and the next start
/// goes on from there.
/// </summary>
internal sealed class SiloRuntime : IDisposable
{
    private readonly SiloParts _parts;
    private readonly SnapshotFolder _snapshots;
    private readonly ILogger _log;
    private readonly Lock _changing = new();
    private int _stopped;

    private SiloRuntime(SiloParts parts, SnapshotFolder snapshots)
    {
        (_parts, _snapshots) = (parts, snapshots);
        _log = parts.Logs.CreateLogger("CallCenter.Silo.Projects");
    }

    /// <summary>The projects that run here.</summary>
    public ProjectTable Projects { get; } = new();

    /// <summary>Where SIP is served, UDP and TCP.</summary>
    public required IPEndPoint SipEndPoint { get; init; }

    /// <summary>Where SIP over TLS is served; null where it is not.</summary>
    public IPEndPoint? SipTlsEndPoint { get; private init; }

    /// <summary>Connections that stand, TCP and TLS together.</summary>
    public int Connections => Ports.Connections;

    public required SipEdge Edge { get; init; }

    public required SipPorts Ports { get; init; }

    public TimerThread Timers { get; } = new();

    /// <summary>Why the journal cannot be written; null when it can. From any thread.</summary>
    public string? JournalFailure =>
        Projects.All.Select(static project => project.Loop.JournalFailure).FirstOrDefault(static failure => failure is not null);

    /// <summary>Throws where the start cannot be: the message says what is wrong and what helps.</summary>
    public static SiloRuntime Open(SiloOptions options, SiloParts parts)
    {
        // (1)
        var log = parts.Logs.CreateLogger("CallCenter.Silo.Signaling");
        var certificate = options.SipTls is { } tls ? new TlsCertificate(tls.CertificateFile, tls.KeyFile, log) : null;
        var sockets = BoundSockets.Bind(options.BindAddress, options.SipPort, options.SipTls?.Port);
        try
        {
            return Make(options, parts, sockets, certificate, log);
        }
        catch
        {
            sockets.Dispose();
            throw;
        }
    }

    private static SiloRuntime Make(
        SiloOptions options, SiloParts parts, BoundSockets sockets, TlsCertificate? certificate, ILogger log)
    {
        // (2)
        var projects = parts.Registry.Present;
        var snapshots = new SnapshotFolder(options, parts);
        var recovered = Recovery.Run(
            [.. projects.Select(static project => project.Id)], parts.Journal, snapshots.Path,
            parts.Logs.CreateLogger("CallCenter.Silo.Projects"));

        // (3)
        var advertised = LocalAddresses.Choose(options.BindAddress, options.AdvertisedAddress);
        var local = new LocalAddresses(advertised, sockets.EndPoint.Port, sockets.TlsEndPoint?.Port);
        var mediaLog = parts.Logs.CreateLogger("CallCenter.Silo.Media");
        var recordings = new RecordingDesk(new RecordingFolder(DataFolders.RecordingsOf(options.DataFolder)), mediaLog);
        var sounds = new BuiltInSounds(DataFolders.PromptsOf(options.DataFolder), mediaLog);
        var media = new MediaHost(options.Media, recordings, sounds, (options.BindAddress, advertised), mediaLog);
        var edge = new SipEdge(
            local, SipSecret.Open(options.DataFolder), new ServerSearch(parts.DnsServers), media, parts.Counters, log);
        var limits = new StreamLimits { Connections = options.SipConnections, MessageWithin = options.SipMessageWithin };
        var runtime = new SiloRuntime(parts, snapshots)
        {
            Edge = edge,
            Ports = new SipPorts(sockets, certificate, limits, edge, parts.Counters, log),
            SipEndPoint = sockets.EndPoint,
            SipTlsEndPoint = sockets.TlsEndPoint,
        };
        foreach (var project in projects)
        {
            runtime.Add(recovered[project.Id], project);
        }

        foreach (var removed in parts.Registry.All.Where(static project => project.Standing == ProjectStanding.Removed))
        {
            sounds.Forget(removed.Id);
        }

        SignalingLog.Listening(log, sockets.EndPoint.ToString(), local.SentBy);
        if (sockets.TlsEndPoint is { } overTls)
        {
            SignalingLog.ListeningTls(log, overTls.ToString());
        }

        // (4)
        var ofBackup = RestoredMark.IsSet(options.DataFolder);
        foreach (var project in runtime.Projects.All)
        {
            project.Begin(recovered[project.Id], ofBackup);
        }

        RestoredMark.Remove(options.DataFolder);
        return runtime;
    }

    /// <summary>Commands are handled and deadlines kept; what comes in over the network still waits.</summary>
    public void Start() => Timers.Start();

    /// <summary>Takes what comes in over the network, also what came since the ports were taken.</summary>
    public void Listen() => Ports.Start();

    /// <summary>From now on new calls are turned away. From any thread.</summary>
    public void Drain() => Edge.IsDraining = true;

    /// <summary>
    /// Makes the running projects those that the registry has: new ones begin, suspended ones take no new calls, removed ones end when
    /// their last call has ended. From any thread.
    /// </summary>
    public void Follow(IReadOnlyList<RegisteredProject> registered)
    {
        lock (_changing)
        {
            foreach (var project in registered)
            {
                if (Projects.Find(project.Id) is { } running)
                {
                    running.Signaling.Core.IsSuspended = project.Standing != ProjectStanding.Active;
                    if (project.Standing == ProjectStanding.Removed && running.Host.Engine.LiveCalls == 0)
                    {
                        Close(running);
                    }
                }
                else if (project.Standing != ProjectStanding.Removed && Volatile.Read(ref _stopped) == 0)
                {
                    var empty = RecoveredProject.Empty(project.Id);
                    Add(empty, project).Begin(empty, ofBackup: false);
                    ProjectLog.Began(_log, project.Id.Value);
                }
            }
        }
    }

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
        await Task.WhenAll(Projects.All.Select(static project => project.End())).ConfigureAwait(false);
        Close();
        foreach (var project in Projects.All.Where(static project => project.HasEnded))
        {
            project.Snapshots.Finish();
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

    private ProjectRuntime Add(RecoveredProject recovered, RegisteredProject registered)
    {
        var project = ProjectRuntime.Make(recovered, registered.Number, Edge, Ports, _snapshots, _parts);
        project.Signaling.Core.IsSuspended = registered.Standing != ProjectStanding.Active;
        _snapshots.Add(project.Snapshots);
        Projects.Add(project);
        Timers.Add(project.Loop);
        Edge.Projects.Add(project.Signaling);
        return project;
    }

    private void Close(ProjectRuntime project)
    {
        Edge.Projects.Remove(project.Signaling);
        Timers.Remove(project.Loop);
        Projects.Remove(project);
        _snapshots.Remove(project.Snapshots);
        _ = project.End();
        project.Dispose();
        Edge.Media.Sounds.Forget(project.Id);
        ProjectLog.Removed(_log, project.Id.Value);
    }

    private void Close()
    {
        Timers.Dispose();
        Ports.Dispose();
        foreach (var project in Projects.All)
        {
            project.Dispose();
        }

        Edge.Media.Dispose();
    }
}
