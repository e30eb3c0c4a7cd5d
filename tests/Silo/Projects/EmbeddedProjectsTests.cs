using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Clients;
using CallCenter.Abstractions.Employees;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Projects;

/// <summary>The seam to pages and API, and what a restart finds again.</summary>
public class EmbeddedProjectsTests
{
    private static readonly EmployeeId Anna = new("employee1");

    [Fact]
    public async Task A_reply_comes_when_its_events_are_in_the_journal()
    {
        await using var silo = await SiloUnderTest.Start(Configuration());
        var reply = await silo.Projects.Send(SiloUnderTest.Project, new SetAvailability(Anna, Availability.NotReady, "lunch", "anna"));
        Assert.IsType<Accepted>(reply);
        Assert.Contains(silo.Events<EmployeeStateChanged>(), change => change.To?.Reason == "lunch");
    }

    [Fact]
    public async Task Questions_are_answered_and_unknown_projects_are_not()
    {
        await using var silo = await SiloUnderTest.Start(Configuration());
        Assert.Equal([SiloUnderTest.Project], silo.ProjectRegistry.Running.Select(static running => running.Id));
        Assert.Equal("Test", (await silo.Projects.Configuration(SiloUnderTest.Project)).Document.Name);
        Assert.NotNull(await silo.Projects.Desk(SiloUnderTest.Project, Anna));
        Assert.Null(await silo.Projects.Desk(SiloUnderTest.Project, new("nobody")));
        await silo.Projects.Send(SiloUnderTest.Project, new LinkClient("+380501112233", "Client", Anna, "admin"));
        Assert.Equal("Client", (await silo.Projects.Client(SiloUnderTest.Project, "0501112233"))!.Name);
        await Assert.ThrowsAsync<KeyNotFoundException>(async () => await silo.Projects.Board(new("other")));
        foreach (var typed in new[] { "00380501112233", "050 111-22-33", "+380 (50) 1112233", "380501112233" })
            Assert.Equal("+380501112233", await silo.Projects.ReadNumber(SiloUnderTest.Project, typed));
        Assert.Null(await silo.Projects.ReadNumber(SiloUnderTest.Project, "101"));
    }

    [Fact]
    public async Task A_follower_sees_the_board_and_then_its_changes()
    {
        await using var silo = await SiloUnderTest.Start(Configuration());
        using var stop = new CancellationTokenSource();
        await using var boards = silo.Projects.FollowBoard(SiloUnderTest.Project, stop.Token).GetAsyncEnumerator(stop.Token);
        Assert.True(await boards.MoveNextAsync());
        Assert.Equal(Availability.Ready, boards.Current.Employees[0].State.Availability);
        await silo.Projects.Send(SiloUnderTest.Project, new SetAvailability(Anna, Availability.NotReady, "lunch", "anna"));
        Assert.True(await boards.MoveNextAsync());
        Assert.Equal(Availability.NotReady, boards.Current.Employees[0].State.Availability);
        await stop.CancelAsync();
    }

    [Fact]
    public async Task An_entry_of_the_audit_log_survives_a_crash_and_makes_no_new_picture_of_the_board()
    {
        using var folder = new TemporaryFolder();
        var entry = new AuditEntry(AuditKind.SignedIn, new AuditActor(ActorKind.Person, "admin", null, null, "192.0.2.7"));
        await using (var silo = await SiloUnderTest.Start(Configuration(), folder.Path))
        {
            await using var boards = silo.Projects.FollowBoard(SiloUnderTest.Project).GetAsyncEnumerator();
            Assert.True(await boards.MoveNextAsync());
            var sequence = boards.Current.Sequence;

            await silo.Projects.Send(SiloUnderTest.Project, new NoteAudit(entry));
            Assert.Equal(sequence, (await silo.Board()).Sequence);
            await silo.Projects.Send(SiloUnderTest.Project, new SetAvailability(Anna, Availability.NotReady, "lunch", "anna"));

            Assert.True(await boards.MoveNextAsync());
            Assert.Equal(sequence + 2, boards.Current.Sequence);
            silo.Crash();
        }

        await using var again = await SiloUnderTest.Start(folder: folder.Path);
        Assert.Equal(entry, Assert.Single(again.Events<AuditNoted>()).Entry);
    }

    [Fact]
    public async Task After_a_crash_the_state_is_found_again_and_live_calls_go_on()
    {
        using var folder = new TemporaryFolder();
        long sequence;
        await using (var silo = await SiloUnderTest.Start(folder: folder.Path))
        {
            using var client = new TestPhone(silo.Sip, "+380501112233");
            using var phone = new TestPhone(silo.Sip, "anna");
            await silo.Publish(SampleConfiguration.Of(client.SentBy, [], ["anna"]));
            await Registration.Register(phone, SiloUnderTest.Password);
            TestCall.Make(client, SampleConfiguration.Number);
            await TestCall.Ring(phone);
            await Eventually.Holds(() => silo.Events<LegRang>().Count == 1);
            sequence = silo.Health.JournalSequence;
            silo.Crash();
        }

        await using var again = await SiloUnderTest.Start(folder: folder.Path);
        Assert.Equal(sequence, again.Health.JournalSequence);
        Assert.Equal(1, again.Health.CallsLive);
        var board = await again.Board();
        Assert.Equal(CallStage.Ringing, Assert.Single(board.Calls).Stage);
        Assert.True(board.Employees[0].Reachable);
        Assert.Equal(Activity.Ringing, board.Employees[0].State.Activity);
    }

    [Fact]
    public async Task A_clean_stop_leaves_a_snapshot_and_its_calls_to_the_next_start()
    {
        using var folder = new TemporaryFolder();
        await using (var silo = await SiloUnderTest.Start(folder: folder.Path))
        {
            using var client = new TestPhone(silo.Sip, "+380501112233");
            using var phone = new TestPhone(silo.Sip, "one");
            await silo.Publish(SampleConfiguration.Of(client.SentBy, [phone.Uri]));
            var call = TestCall.Make(client, SampleConfiguration.Number);
            var ring = await TestCall.Ring(phone);
            await client.Expect(180);
            await ring.Take();
            await call.Answered();
            await call.Settled();
            await silo.Stop();
            phone.ExpectSilence();
            client.ExpectSilence();
        }

        Assert.NotEmpty(Directory.GetFiles(Path.Combine(folder.Path, "snapshots"), "*.snapshot"));
        await using var again = await SiloUnderTest.Start(folder: folder.Path);
        Assert.Equal(CallStage.Talking, Assert.Single((await again.Board()).Calls).Stage);
        Assert.Single((await again.Board()).Departments);
    }

    [Fact]
    public async Task Whoever_follows_an_idle_board_sees_the_new_day_begin()
    {
        await using var silo = await SiloUnderTest.Start(Configuration());
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await using var boards = silo.Projects.FollowBoard(SiloUnderTest.Project, stop.Token).GetAsyncEnumerator(stop.Token);
        Assert.True(await boards.MoveNextAsync());
        var before = boards.Current.Sequence;

        silo.Leap(TimeSpan.FromHours(26));

        Assert.True(await boards.MoveNextAsync());
        Assert.Equal(before + 1, boards.Current.Sequence);
        Assert.IsType<DayBegan>(silo.Events()[^1]);
    }

    [Fact]
    public async Task A_taken_port_is_named()
    {
        await using var silo = await SiloUnderTest.Start();
        var failure = await Assert.ThrowsAsync<CallCenter.Silo.Signaling.Transport.PortTakenException>(
            async () => await SiloUnderTest.Start(port: silo.Sip.Port));
        Assert.Contains($"{silo.Sip.Port}/UDP", failure.Message);
    }

    [Fact]
    public async Task Health_says_what_is_ready()
    {
        await using var silo = await SiloUnderTest.Start(Configuration());
        var health = silo.Health;
        Assert.True(health.Ready);
        Assert.Equal(
            ["journal", "disk", "history", "projects", "sip-udp", "sip-tcp", "outgoing-limits", "sip-rates"],
            health.Parts.Select(part => part.Name));
        Assert.True(health.JournalSequence > 0);
    }

    private static Abstractions.Configuration.ProjectConfiguration Configuration() =>
        SampleConfiguration.Of("127.0.0.1:9", ["sip:one@127.0.0.1:9"]);
}
