using CallCenter.Abstractions.Calls;
using CallCenter.Scenarios.Tests.Harness;
using CallCenter.Tests.Shared;
using static CallCenter.Scenarios.Tests.Harness.SampleProject;

namespace CallCenter.Scenarios.Tests;

/// <summary>What is left when a part dies under calls. Each test has a call center of its own.</summary>
public class FaultTests
{
    [Fact]
    public async Task Killed_process_keeps_every_finished_call_once_and_the_live_one_hangs_up_cleanly_afterwards()
    {
        using var server = new CallCenterServer();
        await server.Start();
        var (trunk, phone) = (Ports.Pair(), Ports.Free());
        await server.Publish(With(trunk, Employee("anna", "101", phone)));
        using (var anna = await Sipp.Phone("employee-answers", phone, calls: 5))
        using (var clients = Sipp.Client("caller", trunk.First, server.SipPort, Number, "380673000001", calls: 5))
        {
            await clients.Succeeds();
            await anna.Succeeds();
        }
        using var stays = await Sipp.Phone("employee-answers", phone);
        using var talks = Sipp.Client("caller", trunk.Second, server.SipPort, Number, "380673000002", milliseconds: 8_000);
        await Eventually.Holds(async () => (await server.Board()).Calls.Any(call => call.Stage == CallStage.Talking));

        await server.Kill();
        await server.Start();

        Assert.Equal(CallStage.Talking, Assert.Single((await server.Board()).Calls).Stage);
        await talks.Succeeds();
        await stays.Succeeds();
        await Eventually.Holds(async () => (await server.Calls("+380673000002")).Calls.Count == 1);
        var call = (await server.Calls("+380673000002")).Calls[0];
        Assert.Equal((CallOutcome.Answered, EndedBy.Client), (call.Outcome, call.EndedBy));
        Assert.InRange(call.TalkMs, 7_900, 12_000);
        var finished = await server.Calls("+380673000001");
        Assert.Equal(5, finished.Calls.Count);
        Assert.All(finished.Calls, ended => Assert.Equal(CallOutcome.Answered, ended.Outcome));
    }

    [Fact]
    public async Task Database_gone_during_calls_refuses_no_call_and_loses_none()
    {
        using var server = new CallCenterServer();
        await server.Start();
        var (trunk, phone) = (Ports.Pair(), Ports.Free());
        await server.Publish(With(trunk, Employee("anna", "101", phone)));
        var postmaster = int.Parse(File.ReadLines(
            Directory.EnumerateFiles(server.Data, "postmaster.pid", SearchOption.AllDirectories).Single()).First());
        using var anna = await Sipp.Phone("employee-answers", phone, ringMs: 10, calls: 20);

        using (System.Diagnostics.Process.Start("/bin/kill", ["-QUIT", postmaster.ToString()])) { }
        using (var clients = Sipp.Client("caller", trunk.First, server.SipPort, Number, "380673000003", milliseconds: 20, calls: 20))
            await clients.Succeeds(withinSeconds: 40);
        await anna.Succeeds();

        await Eventually.Holds(async () => (await server.Health()).JournalBacklog == 0, TimeSpan.FromSeconds(40), "everything arrived");
        Assert.Equal(20, (await server.Calls("+380673000003")).Calls.Count);
    }

    [Fact]
    public async Task Stop_ends_within_three_seconds_and_the_next_start_goes_on_with_everything()
    {
        using var server = new CallCenterServer();
        await server.Start();
        var (trunk, phone) = (Ports.Pair(), Ports.Free());
        await server.Publish(With(trunk, Employee("anna", "101", phone)));
        using var anna = await Sipp.Phone("employee-answers", phone);
        using var talks = Sipp.Client("caller", trunk.First, server.SipPort, Number, "380673000004", milliseconds: 8_000);
        await Eventually.Holds(async () => (await server.Board()).Calls.Any(call => call.Stage == CallStage.Talking));

        Assert.Equal(0, await server.Stop(TimeSpan.FromSeconds(3)));
        await server.Start();

        var board = await server.Board();
        Assert.Equal("anna", Assert.Single(board.Employees).Id);
        Assert.Equal(CallStage.Talking, Assert.Single(board.Calls).Stage);
        await talks.Succeeds();
        await anna.Succeeds();
        await Eventually.Holds(async () => (await server.Calls("+380673000004")).Calls is [{ EndedBy: EndedBy.Client }]);
    }

    [Fact]
    public async Task A_second_signal_ends_a_stop_that_waits_at_once()
    {
        using var server = new CallCenterServer();
        await server.Start();
        var database = new PrivatePostgres(Path.Combine(server.Data, "postgres"));
        database.Hang();
        try
        {
            server.BeginStop();
            await Eventually.Holds(() => !Ports.IsOpen(server.SipPort), text: "the stop has begun");
            Assert.Equal(0, await server.Stop(TimeSpan.FromSeconds(1)));
        }
        finally
        {
            database.GoOn();
        }

        await server.Start();
    }
}
