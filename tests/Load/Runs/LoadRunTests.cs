using System.Net;
using CallCenter.Abstractions.Configuration;
using CallCenter.Load.Chance;
using CallCenter.Load.Companies;
using CallCenter.Load.Demo;
using CallCenter.Load.Results;
using CallCenter.Load.Runs;
using CallCenter.Load.Scenarios;
using CallCenter.Load.Server;
using CallCenter.Tests.Shared;

namespace CallCenter.Load.Tests.Runs;

/// <summary>Whole runs against the phones themselves: each employee is called at his number, without a server between.</summary>
public sealed class LoadRunTests : IDisposable
{
    private const int Employees = 40;

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly IPEndPoint _phones = new(IPAddress.Loopback, FreePorts.Next());

    [Fact]
    public async Task Every_call_offered_is_accounted_for()
    {
        var result = await Run(new Scenario
        {
            Name = "short",
            Duration = TimeSpan.FromSeconds(1),
            Arrivals = new ArrivalSettings { Shape = ArrivalShape.Constant, Rate = 60 },
            Callers = new CallerSettings { Talk = Spread.Always(TimeSpan.FromMilliseconds(20)) },
            AllowedRefusals = [486],
        });

        // Two calls to one number at a time: the second is busy.
        Assert.Equal((60, 60), (result.Counts.Offered, result.Counts.Answered + result.Counts.Refused));
        Assert.InRange(result.Counts.Answered, 30, 60);
        Assert.Equal(60, result.Series.Offered.Sum());
        Assert.False(result.About.Cut);
        Assert.Contains("offered", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_run_ends_its_calls_properly_and_tells_what_there_was()
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var result = await Run(
            new Scenario
            {
                Name = "long",
                Duration = TimeSpan.FromHours(1),
                Arrivals = new ArrivalSettings { Shape = ArrivalShape.Burst, Calls = 20, Within = TimeSpan.FromMilliseconds(50) },
                Callers = new CallerSettings { Talk = Spread.Always(TimeSpan.FromHours(1)) },
                AllowedRefusals = [486],
            },
            end.Token);

        Assert.True(result.About.Cut);
        Assert.Equal(20, result.Counts.Answered + result.Counts.Refused);
        Assert.Empty(result.Causes.Where(cause => cause.Outcome == ObservedOutcome.Failed));
    }

    [Fact]
    public async Task Incidents_happen_and_are_noted()
    {
        var result = await Run(new Scenario
        {
            Name = "incidents",
            Duration = TimeSpan.FromSeconds(5),
            Arrivals = new ArrivalSettings { Shape = ArrivalShape.Burst, Calls = 10, Within = TimeSpan.FromMilliseconds(50) },
            Callers = new CallerSettings { Talk = Spread.Always(TimeSpan.FromHours(1)) },
            AllowedRefusals = [486],
            Incidents =
            [
                new Incident(IncidentKind.Flood, TimeSpan.Zero, TimeSpan.FromMilliseconds(100), 200),
                new Incident(IncidentKind.HangUpAll, TimeSpan.FromMilliseconds(500), TimeSpan.Zero, 0),
            ],
        });

        Assert.Contains(result.About.Notes, note => note.EndsWith("callers hang up at once", StringComparison.Ordinal));
        Assert.Contains(result.About.Notes, note => note.Contains("flood over: 20 requests sent", StringComparison.Ordinal));
        Assert.Equal(0, result.Counts.Failed);
    }

    [Fact]
    public async Task An_incident_happens_as_often_as_said_and_the_run_ends_with_it()
    {
        var flood = new Incident(IncidentKind.Flood, TimeSpan.Zero, TimeSpan.FromMilliseconds(20), 50)
        {
            Method = FloodMethod.Options,
            Times = 3,
            Pause = Spread.Always(TimeSpan.FromMilliseconds(10)),
        };
        var result = await Run(new Scenario
        {
            Name = "again",
            Duration = TimeSpan.FromHours(1),
            Arrivals = new ArrivalSettings { Shape = ArrivalShape.Constant, Rate = 10 },
            Callers = new CallerSettings { Talk = Spread.Always(TimeSpan.FromMilliseconds(20)) },
            Incidents = [flood],
            EndsWithIncidents = true,
        });

        Assert.Equal(3, result.About.Notes.Count(note => note.Contains("flood over: 1 requests sent", StringComparison.Ordinal)));
        Assert.False(result.About.Cut);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
    }

    private async Task<RunResult> Run(Scenario scenario, CancellationToken end = default)
    {
        var document = Path.Combine(_folder.Path, "project.json");
        DocumentFile.WriteNew(document, Document());
        var plan = new RunPlan(scenario, Seed: 1, new RunTarget(_phones, document, null, null), "", TrunkPort: null);
        await using var site = await RunSite.Open(plan, end);
        using var interrupts = new RunInterrupts(end);
        using var run = new LoadRun(plan, site, new IPEndPoint(IPAddress.Loopback, 0), interrupts, _output);
        return run.Run()!;
    }

    private ProjectConfiguration Document()
    {
        string[] numbers = [.. Enumerable.Range(0, Employees).Select(number => $"+38044200{number:D4}")];
        var employees = numbers.Select(number => SmallCompany.Employee(number, null, new ContactPoint(Uri: $"sip:{number}@{_phones}")));
        return SmallCompany.Of([.. employees]) with
        {
            Departments = [],
            Trunks = [],
            Numbers = [.. numbers.Select(number => new NumberConfiguration(number, number, null, null, new Destination(Employee: number)))],
        };
    }
}
