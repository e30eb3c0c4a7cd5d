using System.Net;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Projects;
using CallCenter.Journal;
using CallCenter.Silo.Media.Prompts;
using CallCenter.Silo.Projects;
using CallCenter.Silo.Signaling;
using CallCenter.Sip;
using CallCenter.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Tests;

/// <summary>A whole silo on loopback with a free port, its data in a temporary folder, without PostgreSQL.</summary>
internal sealed class SiloUnderTest : IAsyncDisposable
{
    public const string Password = "secret-password";
    private readonly TemporaryFolder? _ownFolder;
    private IHost _host = null!;

    private SiloUnderTest(string? folder, LeapingTime? time)
    {
        _ownFolder = folder is null ? new TemporaryFolder() : null;
        Folder = folder ?? _ownFolder!.Path;
        Time = time ?? new LeapingTime();
    }

    public static readonly ProjectId Project = new("main");

    public string Folder { get; }

    public LeapingTime Time { get; }

    public IProjects Projects => _host.Services.GetRequiredService<IProjects>();

    public IPrompts Prompts => _host.Services.GetRequiredService<IPrompts>();

    /// <summary>What callers of the one project hear.</summary>
    public ProjectSounds Sounds => Main.Signaling.Core.Sounds;

    public SiloHealth Health => _host.Services.GetRequiredService<ISiloHealth>().Read();

    public SiloCounters Counters => _host.Services.GetRequiredService<SiloCounters>();

    public SiloRuntime Runtime => _host.Services.GetRequiredService<SiloRuntimeHolder>().Runtime;

    /// <summary>The project that most tests have alone.</summary>
    public ProjectRuntime Main => Runtime.Projects.Find(Project)!;

    public IProjectRegistry ProjectRegistry => _host.Services.GetRequiredService<IProjectRegistry>();

    public ProjectRegistry Registry => _host.Services.GetRequiredService<ProjectRegistry>();

    public JournalFolder Journal => _host.Services.GetRequiredService<JournalFolder>();

    public IPEndPoint Sip => Runtime.SipEndPoint;

    public static async Task<SiloUnderTest> Start(
        ProjectConfiguration? configuration = null, string? folder = null, LeapingTime? time = null, int port = 0,
        Func<SiloOptions, SiloOptions>? options = null, ILoggerFactory? log = null, bool isShipped = false)
    {
        var silo = new SiloUnderTest(folder, time);
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (log is not null)
        {
            builder.Services.AddSingleton(log);
        }

        builder.Services.AddSingleton<TimeProvider>(silo.Time);
        builder.Services.AddSingleton<Func<ProjectId, SipSecrets>>(_ => new SipSecrets(_ => Password, _ => Password));
        var usual = new SiloOptions { DataFolder = silo.Folder, SipPort = port };
        builder.Services.AddSiloAlone(options?.Invoke(usual) ?? usual);
        if (isShipped)
        {
            // As with a PostgreSQL that has everything at once.
            builder.Services.AddSingleton(provider => SiloServices.Parts(provider) with { Durable = silo.Journaled });
        }

        silo._host = builder.Build();
        await silo._host.StartAsync();
        if (configuration is not null)
        {
            await silo.Publish(configuration);
        }

        return silo;
    }

    public async Task Publish(ProjectConfiguration configuration, ProjectId? project = null) => Assert.IsType<ConfigurationAccepted>(
        await Projects.Send(project ?? Project, new PublishConfiguration(configuration, null, "test")));

    /// <summary>Makes another project, which runs when this returns.</summary>
    public async Task<ProjectId> Add(string name, ProjectConfiguration configuration)
    {
        Assert.Null(Registry.Add(name));
        Runtime.Follow(Registry.All);
        var project = new ProjectId(name);
        await Publish(configuration, project);
        return project;
    }

    /// <summary>Suspends or removes a project, as an operator does; a running silo notices within a second.</summary>
    public void Set(ProjectId project, ProjectStanding standing)
    {
        Assert.Null(Registry.Set(project, standing));
        Runtime.Follow(Registry.All);
    }

    /// <summary>Every event journaled so far.</summary>
    public IReadOnlyList<ProjectEvent> Events(ProjectId? project = null) =>
        [.. Journal.Reader.ReadAfter(project ?? Project, 0, int.MaxValue).SelectMany(turn => turn.Events)];

    public IReadOnlyList<T> Events<T>(ProjectId? project = null)
        where T : ProjectEvent => [.. Events(project).OfType<T>()];

    /// <summary>The record of the first call that ended.</summary>
    public async Task<CallRecord> Record(ProjectId? project = null)
    {
        await Eventually.Holds(() => Events<CallEnded>(project).Count > 0);
        await Eventually.Holds(() => Counters.CallsEnded > 0);
        return Events<CallEnded>(project)[0].Record;
    }

    public ValueTask<BoardSnapshot> Board() => Projects.Board(Project);

    /// <summary>Time leaps forward, and everything due meanwhile happens.</summary>
    public void Leap(TimeSpan by)
    {
        Time.Leap(by);
        foreach (var project in Runtime.Projects.All)
        {
            project.Loop.Drain();
        }
    }

    /// <summary>Ends the process the hard way, as far as one process can: nothing is hung up, no snapshot is written.</summary>
    public void Crash()
    {
        Runtime.Dispose();
        Journal.Dispose();
    }

    private Task<IReadOnlyDictionary<ProjectId, long>> Journaled() => Task.FromResult<IReadOnlyDictionary<ProjectId, long>>(
        Journal.Reader.Projects.ToDictionary(one => one, Journal.Reader.LastSequence));

    /// <summary>From now on nothing it says leaves: written to the journal, but not sent, as when a process dies in between.</summary>
    public void Mute() => Main.Loop.Outbox.Connect(new Silence(), _ => { });

    /// <summary>From now on nothing can be written to the journal.</summary>
    public void BreakJournal() => Journal.Dispose();

    public Task Stop() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        var counters = Counters;
        await _host.StopAsync();
        Assert.Equal(0, counters.LoopFailures);
        if (_host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }

        _ownFolder?.Dispose();
    }

    private sealed class Silence : ISipTransport
    {
        public bool Send(in SipFlow flow, ReadOnlySpan<byte> message) => true;
    }
}
