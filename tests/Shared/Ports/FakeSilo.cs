using CallCenter.Abstractions;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Tests.Shared.Ports;

/// <summary>
/// Stands for the silo in tests of pages and API: one project in memory, whose board, history and configuration a test sets as it likes.
/// </summary>
public sealed class FakeSilo : ISiloHealth, IProjectPlaces
{
    public static readonly ProjectId Project = new("main");

    public FakeSilo()
    {
        History = new FakeHistory();
        Projects = new FakeProjects();
        SignIns = new FakeSignIns();
        Registry = new FakeRegistry();
        Configurations = new FakeConfigurations(Projects, History);
    }

    public FakeProjects Projects { get; }
    public FakeHistory History { get; }
    public FakeSignIns SignIns { get; }
    public FakeRegistry Registry { get; }
    public FakeConfigurations Configurations { get; }
    public FakeRecordings Recordings { get; } = new();

    public IReadOnlyList<SiloAlarm> Alarms { get; set; } = [];

    public IReadOnlyList<SiloPlace> Silos => [new SiloPlace("silo", true, Registry.Running)];

    public SiloHealth Read() => new(
        true, [new PartHealth("projects", true, true, null), new PartHealth("history", !History.Away, false, null)], 0, 0, 0, 0,
        new MemoryHealth(1, 0, 0));
}
