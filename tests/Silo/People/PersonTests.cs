using CallCenter.Abstractions;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.People;
using CallCenter.Silo.Tests.Cluster;
using CallCenter.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace CallCenter.Silo.Tests.People;

/// <summary>What people have saved for themselves, in a whole silo on a real PostgreSQL.</summary>
public sealed class PersonTests : IAsyncLifetime
{
    /// <summary>
    /// As it lies in the database; never edited: what a version kept is read by every later one. Classes must keep their names.
    /// </summary>
    private const string FirstVersion = """
        {"$id":"1","$type":"CallCenter.Grains.People.KeptPerson, CallCenter.Grains","Views":{"$type":
        "System.Collections.Generic.List`1[[CallCenter.Grains.People.KeptView, CallCenter.Grains]], System.Private.CoreLib","$values":[
        {"$id":"2","$type":"CallCenter.Grains.People.KeptView, CallCenter.Grains","Page":"board","Name":"Продажі",
        "Query":"?department=sales"}]},"SignIns":{"$type":
        "System.Collections.Generic.List`1[[CallCenter.Grains.People.KeptSignIn, CallCenter.Grains]], System.Private.CoreLib","$values":[
        {"$id":"3","$type":"CallCenter.Grains.People.KeptSignIn, CallCenter.Grains","Id":"a1","At":1795797100000,"SeenAt":1795797200000,
        "Address":"192.0.2.7","Browser":"Firefox"}]}}
        """;

    private static readonly ProjectId Project = new("main");

    private readonly ClusterUnderTest _cluster = new();
    private IHost _silo = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await _cluster.StartAlone(await _cluster.Database());
        // The tables of a new database come a moment after the silo.
        await Eventually.Holds(async () => await Works(async () => (await Person("olena").Views()).Length == 0));
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Views_have_one_name_each_and_belong_to_one_person_over_a_restart()
    {
        Assert.True(await Person("olena").SaveView(new SavedView("board", "Мій", "?sort=name")));
        Assert.True(await Person("olena").SaveView(new SavedView("board", "Інший", "?sort=time")));
        Assert.True(await Person("olena").SaveView(new SavedView("board", "мій", "?sort=calls")));
        Assert.True(await Person("olena").SaveView(new SavedView("journal", "Мій", "?period=week")));
        await Person("olena").RemoveView("board", "Інший");
        await Restart();

        Assert.Equal(
            [new SavedView("board", "мій", "?sort=calls"), new SavedView("journal", "Мій", "?period=week")],
            (await Person("olena").Views()).OrderBy(one => one.Page));
        Assert.Empty(await Person("ivan").Views());
    }

    [Fact]
    public async Task So_many_views_and_sign_ins_and_no_more()
    {
        for (var i = 0; i < SavedView.Most; i++) Assert.True(await Person("ivan").SaveView(new SavedView("board", $"{i}", "")));
        Assert.False(await Person("ivan").SaveView(new SavedView("board", "more", "")));
        Assert.True(await Person("ivan").SaveView(new SavedView("board", "7", "?sort=name")));

        for (var i = 0; i <= KnownSignIn.Most; i++) await Person("ivan").NoteSignIn(new KnownSignIn($"s{i}", i, i, null, null));
        await Person("ivan").NoteSignIn(new KnownSignIn("s5", 1000, 1000, "192.0.2.1", null));
        var signIns = await Person("ivan").SignIns();
        Assert.Equal(KnownSignIn.Most, signIns.Length);
        Assert.Equal(new KnownSignIn("s5", 5, 1000, "192.0.2.1", null), signIns[0]);
        Assert.DoesNotContain(signIns, one => one.Id == "s0");
    }

    [Fact]
    public async Task What_the_first_version_kept_is_read()
    {
        await Person("olena").SaveView(new SavedView("board", "x", ""));
        await Restart($"UPDATE orleans.grain_state SET payload = convert_to('{FirstVersion}', 'UTF8')");

        Assert.Equal([new SavedView("board", "Продажі", "?department=sales")], await Person("olena").Views());
        Assert.Equal([new KnownSignIn("a1", 1795797100000, 1795797200000, "192.0.2.7", "Firefox")], await Person("olena").SignIns());
    }

    private IPersonGrain Person(string name) => _silo.Services.GetRequiredService<IGrainFactory>().Person(Project, name);

    private async Task Restart(string? meanwhile = null)
    {
        await _cluster.End(_silo);
        var database = await _cluster.Database();
        if (meanwhile is not null)
            await (await _cluster.Postgres()).Execute(meanwhile, new NpgsqlConnectionStringBuilder(database).Database!);
        _silo = await _cluster.StartAlone(database);
        await Eventually.Holds(async () => await Works(async () => (await Person("olena").Views()).Length >= 0));
    }

    private static async ValueTask<bool> Works(Func<ValueTask<bool>> ask)
    {
        try
        {
            return await ask();
        }
        catch (OrleansException)
        {
            return false;
        }
    }
}
