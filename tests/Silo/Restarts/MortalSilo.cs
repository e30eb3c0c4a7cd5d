using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Silo.Media;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Restarts;

/// <summary>A silo that dies and is started again on the same folder and port, with a client and two phones that live on.</summary>
internal sealed class MortalSilo : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LeapingTime _time = new();
    // Of its own, so that no other test has a port which a restart goes on with.
    private readonly int _mediaPorts = 10_000 + (100 * Random.Shared.Next(90));
    private SiloUnderTest _silo = null!;

    private MortalSilo()
    {
    }

    public SiloUnderTest Silo => _silo;

    public string Folder => _folder.Path;

    public TestPhone Client { get; private set; } = null!;

    /// <summary>The phone of employee1; it has a fixed address.</summary>
    public TestPhone One { get; private set; } = null!;

    /// <summary>The phone of employee2; it registers as <c>anna</c>.</summary>
    public TestPhone Anna { get; private set; } = null!;

    public static async Task<MortalSilo> Start(
        Func<DepartmentConfiguration, DepartmentConfiguration>? sales = null, Strategy strategy = Strategy.InOrder,
        MediaMode media = MediaMode.Direct, RecordingConfiguration? recording = null,
        Func<ProjectConfiguration, ProjectConfiguration>? company = null)
    {
        var mortal = new MortalSilo();
        mortal._silo = await mortal.Start(port: 0);
        mortal.Client = new TestPhone(mortal._silo.Sip, "+380501112233");
        mortal.One = new TestPhone(mortal._silo.Sip, "one");
        mortal.Anna = new TestPhone(mortal._silo.Sip, "anna");
        var document = SampleConfiguration.Of(mortal.Client.SentBy, [mortal.One.Uri], ["anna"], strategy);
        document = document with { Numbers = [document.Numbers[0] with { Media = media }], Recording = recording ?? new() };
        document = sales is null ? document : document with { Departments = [sales(document.Departments[0])] };
        await mortal._silo.Publish(company is null ? document : company(document));
        return mortal;
    }

    /// <summary>The process dies, stays away for a while, and is started again.</summary>
    public Task Restart(int awaySeconds = 2) => Again(awaySeconds, () =>
    {
        _silo.Crash();
        return Task.CompletedTask;
    });

    /// <summary>The same with a stop in good order.</summary>
    public Task StopAndStart(int awaySeconds = 2) => Again(awaySeconds, _silo.Stop);

    /// <summary>What was written to the journal is not sent any more; see <see cref="SiloUnderTest.Mute"/>.</summary>
    public void Mute() => _silo.Mute();

    /// <summary>Waits until this has happened so often.</summary>
    public Task Happened<T>(int times = 1)
        where T : Abstractions.ProjectEvent =>
        Eventually.Holds(() => _silo.Events<T>().Count == times, text: $"{times} times {typeof(T).Name}");

    /// <summary>The records of all calls so far: none is missing, none is there twice.</summary>
    public async Task<IReadOnlyList<CallRecord>> Records(int calls = 1)
    {
        await Happened<CallEnded>(calls);
        Assert.Equal(calls, _silo.Events<CallArrived>().Count);
        Assert.Equal(0, _silo.Health.CallsLive);
        return [.. _silo.Events<CallEnded>().Select(ended => ended.Record)];
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        One.Dispose();
        Anna.Dispose();
        await _silo.DisposeAsync();
        _folder.Dispose();
    }

    private async Task Again(int awaySeconds, Func<Task> end)
    {
        var port = _silo.Sip.Port;
        await end();
        await _silo.DisposeAsync();
        _time.Leap(TimeSpan.FromSeconds(awaySeconds));
        _silo = await Start(port);
    }

    private Task<SiloUnderTest> Start(int port) => SiloUnderTest.Start(
        folder: Folder, time: _time, port: port,
        options: usual => usual with { Media = new MediaOptions { FirstPort = _mediaPorts, LastPort = _mediaPorts + 99 } });
}
