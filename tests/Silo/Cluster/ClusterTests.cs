using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Projects;
using CallCenter.Silo.Cluster;
using CallCenter.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CallCenter.Silo.Tests.Cluster;

/// <summary>Two silos and pages' connections to them.</summary>
public sealed class ClusterTests : IAsyncDisposable
{
    private static readonly AuditEntry Act = new(
        AuditKind.CallEnded, new AuditActor(ActorKind.ApiKey, "test", null, AccessLevel.Administrator, "127.0.0.1"));

    private readonly ClusterUnderTest _cluster = new();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Every_project_is_served_by_the_silo_that_has_its_data()
    {
        var (a, b) = (await _cluster.Start("A"), await _cluster.Start("B"));
        var pages = await Connected("A", "B");

        foreach (var silo in new[] { a, b })
        {
            await Publish(pages, silo.Project, silo.Name);
            Assert.Equal(silo.Name, (await pages.Project(silo.Project).Board()).ProjectName);
            Assert.Equal(
                1, silo.Host.Services.GetRequiredService<SiloRuntimeHolder>().Runtime.Projects.Find(silo.Project)!.Host.Engine
                    .Configuration.Version);
        }

        // A refusal is a value, here as within a process.
        Assert.Equal(Refusal.NoSuchCall, Assert.IsType<Refused>(await pages.Call(b.Project, new(7)).End("test", Act)).Refusal);
        await Assert.ThrowsAsync<KeyNotFoundException>(async () => await pages.Project(new("nobody")).Board());
    }

    [Fact]
    public async Task A_project_that_was_just_made_is_found_from_everywhere()
    {
        var (_, b) = (await _cluster.Start("A"), await _cluster.Start("B"));
        var pages = await Connected("A", "B");
        await Assert.ThrowsAsync<KeyNotFoundException>(async () => await pages.Project(new("shop")).Board());

        Assert.Null(await pages.Silo(b.Name).AddProject("shop"));

        Assert.Equal("shop", (await pages.Project(new("shop")).Board()).Project.Value);
        await Eventually.Holds(async () => (await pages.Cluster().Silos()).Single(silo => silo.Name == "B").Projects
            .SequenceEqual([new PlacedProject(b.Project, ProjectStanding.Active), new(new("shop"), ProjectStanding.Active)]));
    }

    [Fact]
    public async Task A_silo_that_goes_takes_only_its_own_projects_away_and_brings_them_back()
    {
        var (a, b) = (await _cluster.Start("A"), await _cluster.Start("B"));
        var pages = await Connected("A", "B");
        await pages.Project(b.Project).Board();

        await _cluster.Stop(b);

        await Eventually.Holds(async () => !(await pages.Cluster().Silos()).Single(silo => silo.Name == "B").IsHere);
        await Assert.ThrowsAnyAsync<OrleansException>(async () => await pages.Project(b.Project).Board());
        Assert.Equal(a.Project, (await pages.Project(a.Project).Board()).Project);

        await _cluster.Start("B", b);
        await Eventually.Holds(async () => await Answers(pages, b.Project));
    }

    [Fact]
    public async Task Whoever_follows_a_board_goes_on_when_other_followers_die_and_their_words_come_step_by_step()
    {
        var a = await _cluster.Start("A");
        var pages = await Connected("A");
        await Publish(pages, a.Project, "first");
        var dying = await _cluster.ConnectHost();
        var (here, gone) = (new Follower(), new Follower());
        await here.Follow(pages, a.Project);
        await gone.Follow(dying.Services.GetRequiredService<IGrainFactory>(), a.Project);
        await Eventually.Holds(() => here.Last?.ProjectName == "first" && gone.Last?.ProjectName == "first");

        await _cluster.End(dying);
        await pages.Employee(a.Project, new("anna")).SetAvailability(Availability.NotReady, "lunch", "test", null);
        await Eventually.Holds(() => here.Last?.Employees[0].State.Reason == "lunch");
        await Publish(pages, a.Project, "second");
        await Eventually.Holds(() => here.Last?.ProjectName == "second");

        Assert.Equal((true, true), (here.Wholes > 0, here.Steps > 0));
        GC.KeepAlive(here);
    }

    [Fact]
    public async Task Whoever_is_in_goes_on_while_the_database_hangs()
    {
        var (a, b) = (await _cluster.Start("A"), await _cluster.Start("B"));
        var pages = await Connected("A", "B");
        var postgres = await _cluster.Postgres();
        postgres.Hang();
        try
        {
            for (var until = DateTime.UtcNow.AddSeconds(6); DateTime.UtcNow < until;)
            {
                Assert.Equal(a.Project, (await pages.Project(a.Project).Board()).Project);
                Assert.Equal(b.Project, (await pages.Project(b.Project).Board()).Project);
                Assert.Empty(await pages.Silo(b.Name).CheckSignIn("nobody@example.com", "wrong", null));
            }
        }
        finally
        {
            postgres.GoOn();
        }
    }

    [Fact]
    public async Task A_member_that_the_others_gave_up_comes_back_as_a_new_one()
    {
        var a = await _cluster.Start("A");
        var pages = await Connected("A");

        await Execute("UPDATE membership SET status = 6; UPDATE membership_version SET version = version + 1");

        await Eventually.Holds(() => _cluster.Log.Lines.Any(line => line.Contains("lost sight of silo A", StringComparison.Ordinal)));
        await Eventually.Holds(async () => await Answers(pages, a.Project));
        // Phones noticed nothing.
        Assert.Equal(a.Project, a.Host.Services.GetRequiredService<SiloRuntimeHolder>().Runtime.Projects.All[0].Id);
    }

    [Fact]
    public async Task A_second_silo_of_the_same_name_stays_out_and_says_why()
    {
        var a = await _cluster.Start("A");
        var pages = await Connected("A");

        await _cluster.Start("A", a with { Folder = a.Folder + "-other", SiloPort = a.SiloPort + 1, GatewayPort = a.GatewayPort + 1 });

        await Eventually.Holds(() => _cluster.Log.Lines.Any(line =>
            line.Contains("has the name A already; give this one another --name", StringComparison.Ordinal)));
        Assert.True(await Answers(pages, a.Project));
    }

    [Fact]
    public async Task Only_whoever_has_a_certificate_of_the_cluster_is_let_in()
    {
        using var authority = new TestAuthority(_cluster.Folder.Path);
        using var stranger = new TestAuthority(_cluster.Folder.Path, "stranger");
        var silo = await _cluster.Start("A", tls: Files(authority, "silo"));
        var pages = await Connected("A", Files(authority, "pages"));
        Assert.True(await Answers(pages, silo.Project));

        foreach (var wrong in new[] { null, Files(stranger, "wrong") with { AuthorityFile = authority.File } })
        {
            var connecting = _cluster.Connect(wrong);
            await Assert.ThrowsAsync<TimeoutException>(() => connecting.WaitAsync(TimeSpan.FromSeconds(3)));
        }
    }

    private static ClusterTls Files(TestAuthority authority, string name)
    {
        var (certificate, key) = authority.Give(name);
        return new ClusterTls(certificate, key, authority.File);
    }

    private Task<IGrainFactory> Connected(params string[] names) => Connected(names, null);

    private Task<IGrainFactory> Connected(string name, ClusterTls tls) => Connected([name], tls);

    /// <summary>Pages' connection once these silos know one another.</summary>
    private async Task<IGrainFactory> Connected(string[] names, ClusterTls? tls)
    {
        var pages = await _cluster.Connect(tls);
        await Eventually.Holds(async () =>
            (await pages.Cluster().Silos()).Where(silo => silo.IsHere).Select(silo => silo.Name).SequenceEqual(names));
        return pages;
    }

    private static async Task Publish(IGrainFactory pages, ProjectId project, string name)
    {
        var document = new ProjectConfiguration
        {
            Name = name,
            TimeZone = "Europe/Kyiv",
            DefaultCountry = "UA",
            NotReadyReasons = ["lunch"],
            Employees = [new EmployeeConfiguration { Id = "anna", Surname = "Koval", GivenName = "Anna", Extension = "101" }],
        };
        Assert.IsType<ConfigurationAccepted>(await pages.Project(project).Send(new PublishConfiguration(document, null, "test")));
    }

    private static async Task<bool> Answers(IGrainFactory pages, ProjectId project)
    {
        try
        {
            return (await pages.Project(project).Board()).Project == project;
        }
        catch (Exception away) when (away is OrleansException or TimeoutException)
        {
            return false;
        }
    }

    private async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(History.HistoryDatabase.ForOrleans(await _cluster.Database()));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
