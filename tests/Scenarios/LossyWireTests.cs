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
    /// <summary>Who calls, what the phones do, and how the calls have to end.</summary>
    private sealed record Kind(
        string Caller, string Phone, string Number, int Milliseconds, int Calls, CallOutcome Outcome, EndedBy EndedBy);

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
        var trunks = Kinds.Select((_, index) => new LossyWire(server.SipPort, seed + index)).ToArray();
        var phones = Kinds.Select((_, index) => new LossyWire(server.SipPort, seed + Kinds.Length + index)).ToArray();
        await server.Publish(Project(trunks, phones));

        var staff = await Task.WhenAll(Kinds.Select((kind, index) => Sipp.Phone(kind.Phone, phones[index], ringMs: 300)));
        var clients = Kinds.Select((kind, index) =>
            Sipp.Client(kind.Caller, trunks[index], Dialled(index), kind.Number, kind.Milliseconds, kind.Calls, rate: kind.Calls / 20))
            .ToArray();

        foreach (var caller in clients) await caller.Succeeds(withinSeconds: 90);
        await Eventually.Holds(
            async () => (await server.Health()) is { CallsLive: 0, JournalBacklog: 0 }, TimeSpan.FromSeconds(30), "every call arrived");
        foreach (var phone in staff)
        {
            var taken = await phone.Finish(withinSeconds: 40);
            Assert.True(taken.Failed == 0, $"Phones: {taken}\n{phone.Surprises()}");
        }
        foreach (var (kind, index) in Kinds.Select((kind, index) => (kind, index)))
        {
            var records = await server.AllCalls(kind.Number);
            output.WriteLine($"{kind.Caller}: {records.Count} records; trunk {trunks[index]}; phones {phones[index]}");
            Assert.Equal(kind.Calls, records.Count);
            Assert.All(records, call => Assert.Equal((kind.Outcome, kind.EndedBy), (call.Outcome, call.EndedBy)));
        }
        Assert.All((await server.Board()).Employees, employee => Assert.Equal(Activity.Idle, employee.Activity));
        foreach (var one in (IEnumerable<IDisposable>)[.. staff, .. clients, .. trunks, .. phones]) one.Dispose();
    }

    private static string Dialled(int kind) => $"38044300000{kind}";

    /// <summary>One number, trunk and department with 150 employees for every kind.</summary>
    private static ProjectConfiguration Project(LossyWire[] trunks, LossyWire[] phones)
    {
        var staff = phones.Select((wire, kind) => Enumerable.Range(1, 150)
            .Select(i => Employee($"e{kind}x{i}", $"{1000 * (kind + 1) + i}", wire.Port)).ToArray()).ToArray();
        var project = With((trunks[0].Port, trunks[0].Port));
        return project with
        {
            Numbers =
            [
                .. staff.Select((_, kind) =>
                    new NumberConfiguration($"n{kind}", "+" + Dialled(kind), $"N{kind}", "Kyiv", new(Department: $"d{kind}"))),
            ],
            Departments =
            [
                .. staff.Select((members, kind) => project.Departments[0] with
                {
                    Id = $"d{kind}", Name = $"D{kind}", Extension = $"50{kind}", RingSeconds = 60,
                    Members = [.. members.Select(employee => new MemberConfiguration(employee.Id))],
                }),
            ],
            Employees = [.. staff.SelectMany(members => members)],
            Trunks =
            [
                .. trunks.Select(wire => $"127.0.0.1:{wire.Port}")
                    .Select((address, kind) => new TrunkConfiguration($"t{kind}", address, [address])),
            ],
        };
    }
}
