using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Scenarios.Tests.Harness;
using CallCenter.Tests.Shared;
using static CallCenter.Scenarios.Tests.Harness.SampleProject;

namespace CallCenter.Scenarios.Tests;

/// <summary>
/// The process is killed again and again under calls: <c>KILLS</c> times (50 unless the environment says another number), each time when
/// a random number of calls has ended since its start; <c>KILL_SEED</c> repeats a run's numbers.
/// </summary>
public class KillTests(ITestOutputHelper output)
{
    private const string Caller = "380674000001";
    private const int Employees = 1500;

    private const string Gaps = """
        SELECT count(*) FROM (
          SELECT started_at, lag(ended_at) OVER (PARTITION BY employee ORDER BY started_at, sequence) AS before
          FROM history.employee_intervals
        ) tiles WHERE before <> started_at
        """;

    [Fact]
    public async Task Kills_under_load_lose_no_call_and_double_none()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("KILLS") ?? "50");
        var seed = int.Parse(Environment.GetEnvironmentVariable("KILL_SEED") ?? $"{Random.Shared.Next()}");
        output.WriteLine($"KILL_SEED={seed} KILLS={kills}");
        var random = new Random(seed);
        using var server = new CallCenterServer();
        await server.Start();
        var (trunk, phones) = (Ports.Pair(), Ports.Free());
        var project = With(trunk, [.. Enumerable.Range(1, Employees).Select(i => Employee($"e{i}", $"{1000 + i}", phones))]);

        // Long, so that a start on a busy machine is not the end of anybody's ringing: a phone that is cancelled counts as failed here.
        await server.Publish(project with { Departments = [project.Departments[0] with { RingSeconds = 60 }] });
        using var staff = await Sipp.Phone("employee-answers", phones, ringMs: 300, calls: 1_000_000);
        using var clients = Sipp.Client(
            "caller", trunk.First, server.SipPort, Number, Caller, milliseconds: 2500, calls: 1_000_000, rate: 100);

        for (var kill = 1; kill <= kills; kill++)
        {
            // About 3 to 5 s of life: shorter ones can swallow all six INVITEs that sipp sends within 16 s.
            var ended = random.Next(330, 530);
            await Eventually.Holds(async () => (await server.Health()).CallsEnded >= ended, TimeSpan.FromSeconds(30), $"kill {kill}");
            await server.Kill();
            await server.Start();
        }

        var before = await server.Board();
        output.WriteLine(
            $"Employees after the last start: {Counted(before.Employees, employee => $"{employee.Availability} {employee.Activity}")}; "
            + $"missed {before.Employees.Sum(employee => employee.RonaToday)}; calls: {Counted(before.Calls, call => $"{call.Stage}")}");
        var made = await clients.Finish(withinSeconds: 60);
        Assert.True(made.Failed == 0 && made.Successful == made.Created, $"Clients: {made}\n{clients.Surprises()}");
        await Eventually.Holds(
            async () => (await server.Health()) is { CallsLive: 0, JournalBacklog: 0 }, TimeSpan.FromSeconds(30), "every call arrived");
        var taken = await staff.Finish(withinSeconds: 30);
        Assert.True(taken.Failed == 0, $"Phones: {taken}\n{staff.Surprises()}");

        var records = await server.AllCalls(Caller);
        output.WriteLine($"{made.Created} calls, {records.Count} records, {kills} kills");
        Assert.Equal(made.Created, records.Count);
        Assert.All(records, call => Assert.Equal((CallOutcome.Answered, EndedBy.Client), (call.Outcome, call.EndedBy)));
        var board = await server.Board();
        Assert.Equal((made.Created, made.Created), (board.Today.Incoming, board.Today.Answered));
        Assert.All(board.Employees, employee => Assert.Equal(Activity.Idle, employee.Activity));

        // That no two overlap is a constraint of the table.
        Assert.Equal(0, await new PrivatePostgres(Path.Combine(server.Data, "postgres")).Scalar<long>(Gaps));
    }

    private static string Counted<T>(IEnumerable<T> all, Func<T, string> by) =>
        string.Join(", ", all.CountBy(by).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Value} {pair.Key}"));
}
