using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Scenarios.Tests.Harness;
using CallCenter.Tests.Shared;
using static CallCenter.Scenarios.Tests.Harness.SampleProject;

namespace CallCenter.Scenarios.Tests;

/// <summary>
/// sipp on both sides of a call center whose every datagram may be lost, doubled or overtaken. <c>WIRE_SEED</c> repeats a run's chances.
/// </summary>
public class LossyWireTests(ITestOutputHelper output)
{
    private static readonly Kind[] Kinds =
    [
        new("caller", "employee-answers", "380674100001", Milliseconds: 2000, Calls: 1000, CallOutcome.Answered, EndedBy.Client),
        new("caller-hung-up", "employee-hangs-up", "380674100002", 0, Calls: 600, CallOutcome.Answered, EndedBy.Employee),
        new("caller-gives-up", "employee-never-answers", "380674100003", 0, Calls: 400, CallOutcome.Abandoned, EndedBy.Client),
    ];

    [Fact]
    public async Task Calls_end_as_they_should_while_a_twentieth_of_all_datagrams_is_lost_doubled_and_late()
    {
        var seed = int.Parse(Environment.GetEnvironmentVariable("WIRE_SEED") ?? $"{Random.Shared.Next()}");
        output.WriteLine($"WIRE_SEED={seed}");
        using var server = new CallCenterServer();
        await server.Start();
        var lines = Kinds.Select((kind, index) => new Line(kind, index, server.SipPort, seed)).ToArray();
        try
        {
            await server.Publish(Project(lines));
            foreach (var line in lines) await line.Begin();

            foreach (var line in lines) await line.Clients!.Succeeds(withinSeconds: 90);
            await Eventually.Holds(
                async () => (await server.Health()) is { CallsLive: 0, JournalBacklog: 0 }, TimeSpan.FromSeconds(30), "every call arrived");
            foreach (var line in lines) await Check(line, server);
            Assert.All((await server.Board()).Employees, employee => Assert.Equal(Activity.Idle, employee.Activity));
        }
        finally
        {
            foreach (var line in lines) line.Dispose();
        }
    }

    private async Task Check(Line line, CallCenterServer server)
    {
        var taken = await line.Phones!.Finish(withinSeconds: 40);
        Assert.True(taken.Failed == 0, $"Phones: {taken}\n{line.Phones.Surprises()}");
        var records = await server.AllCalls(line.Kind.Number);
        output.WriteLine($"{line.Kind.Caller}: {records.Count} records; trunk {line.Trunk}; phones {line.ToPhones}");
        Assert.Equal(line.Kind.Calls, records.Count);
        Assert.All(records, call => Assert.Equal((line.Kind.Outcome, line.Kind.EndedBy), (call.Outcome, call.EndedBy)));
    }

    /// <summary>One number, trunk and department with 150 employees for every line.</summary>
    private static ProjectConfiguration Project(Line[] lines)
    {
        var staff = lines.Select((line, index) => Enumerable.Range(1, 150)
            .Select(i => Employee($"e{index}x{i}", $"{1000 * (index + 1) + i}", line.ToPhones.Port)).ToArray()).ToArray();
        var project = With((lines[0].Trunk.Port, lines[0].Trunk.Port));
        return project with
        {
            Numbers =
            [
                .. lines.Select((line, index) =>
                    new NumberConfiguration($"n{index}", "+" + line.Dialled, $"N{index}", "Kyiv", new(Department: $"d{index}"))),
            ],
            Departments =
            [
                .. staff.Select((members, index) => project.Departments[0] with
                {
                    Id = $"d{index}", Name = $"D{index}", Extension = $"50{index}", RingSeconds = 60,
                    Members = [.. members.Select(employee => new MemberConfiguration(employee.Id))],
                }),
            ],
            Employees = [.. staff.SelectMany(members => members)],
            Trunks =
            [
                .. lines.Select(line => $"127.0.0.1:{line.Trunk.Port}")
                    .Select((address, index) => new TrunkConfiguration($"t{index}", address, [address])),
            ],
        };
    }

    /// <summary>Who calls, what the phones do, and how the calls have to end.</summary>
    private sealed record Kind(
        string Caller, string Phone, string Number, int Milliseconds, int Calls, CallOutcome Outcome, EndedBy EndedBy);

    /// <summary>The calls of one kind: clients behind one wire, phones behind another.</summary>
    private sealed class Line(Kind kind, int index, int sipPort, int seed) : IDisposable
    {
        private const int Seconds = 20;

        public Kind Kind => kind;

        public string Dialled { get; } = $"38044300000{index}";

        public LossyWire Trunk { get; } = new(sipPort, seed + (2 * index));

        public LossyWire ToPhones { get; } = new(sipPort, seed + (2 * index) + 1);

        public Sipp? Phones { get; private set; }

        public Sipp? Clients { get; private set; }

        public async Task Begin()
        {
            Phones = await Sipp.Phone(kind.Phone, ToPhones, ringMs: 300);
            Clients = Sipp.Client(kind.Caller, Trunk, Dialled, kind.Number, kind.Milliseconds, kind.Calls, rate: kind.Calls / Seconds);
        }

        public void Dispose()
        {
            Clients?.Dispose();
            Phones?.Dispose();
            Trunk.Dispose();
            ToPhones.Dispose();
        }
    }
}
