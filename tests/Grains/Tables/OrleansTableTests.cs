using System.Net;

namespace CallCenter.Grains.Tests.Tables;

/// <summary>Our tables and statements, used by Orleans' own providers.</summary>
public sealed class OrleansTableTests(OrleansTables tables) : IClassFixture<OrleansTables>
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_state_of_a_grain_survives_it_and_is_gone_when_it_was_cleared()
    {
        var note = tables.Grains.GetGrain<INoteGrain>("kept");
        Assert.Null(await note.Read());
        await note.Write("first");
        await note.Write("Перша нотатка");
        await note.End();

        Assert.Equal("Перша нотатка", await note.Read());
        await note.Clear();
        await note.End();
        Assert.Null(await note.Read());
        await note.Write("again");
        await note.End();
        Assert.Equal("again", await note.Read());
    }

    [Fact]
    public async Task Whoever_read_an_older_version_does_not_write_over_the_newer_one()
    {
        var note = tables.Grains.GetGrain<INoteGrain>("contended");
        await note.Write("one");
        await note.Write("two");

        Assert.True(await note.WriteLate("late"));

        await note.End();
        Assert.Equal("two", await note.Read());
    }

    [Fact]
    public async Task A_reminder_is_kept_changed_and_forgotten()
    {
        var note = tables.Grains.GetGrain<INoteGrain>("reminded");
        await note.Remind(TimeSpan.FromHours(1));
        await note.Remind(TimeSpan.FromDays(40));

        Assert.Equal(1, await note.Reminders());
        Assert.Equal(1, await tables.Count(
            "SELECT count(*) FROM reminders WHERE grain LIKE '%reminded' AND period_ms = 40 * 86400000::bigint AND version = 1"));
        await note.Forget();
        Assert.Equal(0, await note.Reminders());
    }

    [Fact]
    public async Task The_running_silo_is_a_member_and_a_gateway() => Assert.Equal(1, await tables.Count(
        $"SELECT count(*) FROM membership WHERE deployment = 'tables' AND status = {(int)SiloStatus.Active} AND proxy_port > 0"));

    [Fact]
    public async Task A_member_is_written_once_by_whoever_knows_the_newest_version()
    {
        var members = await tables.Members("one");
        var empty = await members.ReadAllAsync(Stop);
        var silo = Member("A", 1);

        Assert.True(await members.InsertRowAsync(silo, empty.Version.Next(), Stop));
        Assert.False(await members.InsertRowAsync(Member("B", 2), empty.Version.Next(), Stop)); // somebody was faster
        Assert.False(await members.InsertRowAsync(silo, (await members.ReadAllAsync(Stop)).Version.Next(), Stop)); // there already

        var read = await members.ReadAllAsync(Stop);
        var (member, _) = Assert.Single(read.Members);
        Assert.Equal(("A", silo.SiloAddress, Now, 1), (member.SiloName, member.SiloAddress, member.StartTime, read.Version.Version));
    }

    [Fact]
    public async Task A_member_is_changed_with_the_version_or_not_at_all()
    {
        var members = await tables.Members("two");
        var silo = Member("A", 1);
        await members.InsertRowAsync(silo, (await members.ReadAllAsync(Stop)).Version.Next(), Stop);
        var (read, etag) = (await members.ReadAllAsync(Stop)).Members[0];
        var version = (await members.ReadAllAsync(Stop)).Version;
        read.Status = SiloStatus.Dead;
        read.AddSuspector(Member("B", 2).SiloAddress, Now);

        Assert.True(await members.UpdateRowAsync(read, etag, version.Next(), Stop));
        Assert.False(await members.UpdateRowAsync(read, etag, version.Next(), Stop));
        var newest = (await members.ReadAllAsync(Stop)).Version;
        Assert.False(await members.UpdateRowAsync(Member("C", 3), etag, newest.Next(), Stop)); // no such member

        var all = await members.ReadAllAsync(Stop);
        Assert.Equal(2, all.Version.Version);
        Assert.Equal((SiloStatus.Dead, 1), (all.Members[0].Item1.Status, all.Members[0].Item1.SuspectTimes!.Count));
        Assert.Equal(all.Members[0].Item1.SiloAddress, (await members.ReadRowAsync(silo.SiloAddress, Stop)).Members[0].Item1.SiloAddress);
        Assert.Empty((await members.ReadRowAsync(Member("C", 3).SiloAddress, Stop)).Members);
    }

    [Fact]
    public async Task A_member_that_says_that_it_lives_stays_and_a_dead_one_is_cleared_away()
    {
        var members = await tables.Members("three");
        foreach (var one in new[] { Member("A", 1), Member("B", 2) })
        {
            one.Status = SiloStatus.Dead;
            await members.InsertRowAsync(one, (await members.ReadAllAsync(Stop)).Version.Next(), Stop);
        }

        var lives = Member("A", 1);
        lives.IAmAliveTime = Now.AddHours(2);
        await members.UpdateIAmAliveAsync(lives, Stop);
        await members.CleanupDefunctSiloEntriesAsync(Now.AddHours(1), Stop);

        Assert.Equal("A", Assert.Single((await members.ReadAllAsync(Stop)).Members).Item1.SiloName);
        await members.DeleteMembershipTableEntriesAsync("three", Stop);
        Assert.Equal(0, await tables.Count("SELECT count(*) FROM membership_version WHERE deployment = 'three'"));
    }

    private static MembershipEntry Member(string name, int generation) => new()
    {
        SiloAddress = SiloAddress.New(IPAddress.Loopback, 11111, generation),
        SiloName = name,
        HostName = "here",
        Status = SiloStatus.Active,
        ProxyPort = 30000,
        StartTime = Now,
        IAmAliveTime = Now,
    };
}
