using System.Net;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Ports;
using CallCenter.Journal;
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

    public SiloHealth Health => _host.Services.GetRequiredService<ISiloHealth>().Read();

    public SiloCounters Counters => _host.Services.GetRequiredService<SiloCounters>();

    public SiloRuntime Runtime => _host.Services.GetRequiredService<SiloRuntimeHolder>().Runtime;

    /// <summary>The project that most tests have alone.</summary>
    public ProjectRuntime Main => Runtime.Projects.Find(Project)!;

    public IPEndPoint Sip => Runtime.SipEndPoint;

    public static async Task<SiloUnderTest> Start(
        ProjectConfiguration? configuration = null, string? folder = null, LeapingTime? time = null, int port = 0,
        Func<SiloOptions, SiloOptions>? options = null, ILoggerFactory? log = null)
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
        silo._host = builder.Build();
        await silo._host.StartAsync();
        if (configuration is not null)
        {
            await silo.Publish(configuration);
        }

        return silo;
    }

    public async Task Publish(ProjectConfiguration configuration) =>
        Assert.IsType<ConfigurationAccepted>(await Projects.Send(Project, new PublishConfiguration(configuration, null, "test")));

    /// <summary>Every event journaled so far.</summary>
    public IReadOnlyList<ProjectEvent> Events() =>
        [.. _host.Services.GetRequiredService<IJournalReader>().ReadAfter(Project, 0, int.MaxValue).SelectMany(turn => turn.Events)];

    public IReadOnlyList<T> Events<T>()
        where T : ProjectEvent => [.. Events().OfType<T>()];

    /// <summary>The record of the first call that ended.</summary>
    public async Task<CallRecord> Record()
    {
        await Eventually.Holds(() => Counters.CallsEnded > 0);
        await Eventually.Holds(() => Events<CallEnded>().Count > 0);
        return Events<CallEnded>()[0].Record;
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
        _host.Services.GetRequiredService<JournalFolder>().Dispose();
    }

    /// <summary>From now on nothing it says leaves: written to the journal, but not sent, as when a process dies in between.</summary>
    public void Mute() => Main.Loop.Outbox.Connect(new Silence(), _ => { });

    /// <summary>From now on nothing can be written to the journal.</summary>
    public void BreakJournal() => _host.Services.GetRequiredService<JournalFolder>().Dispose();

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
