using CallCenter.Scenarios.Tests.Harness;
using CallCenter.Tests.Shared;
using Npgsql;
using static CallCenter.Scenarios.Tests.Harness.SampleProject;

namespace CallCenter.Scenarios.Tests;

/// <summary>
/// PostgreSQL in every trouble it can have, while calls come in: none is refused, the journal grows, and afterwards everything is in the
/// database exactly once.
/// </summary>
public class DatabaseTroubleTests(DatabaseTroubleTests.Server fixture) : IClassFixture<DatabaseTroubleTests.Server>
{
    private const int Calls = 20;
    private const int PerSecond = 5;
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(50);
    private const string EndConnections =
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'CallCenter'";

    private CallCenterServer Center => fixture.Center;

    private PrivatePostgres Postgres => fixture.Postgres;

    [Fact]
    public Task Stopped_again_and_again() => CallsGoOn("380673100001", during: End("QUIT"), after: Nothing);

    [Fact]
    public Task Restarted_in_good_order() => CallsGoOn("380673100002", before: () => Run(() => Postgres.Signal("INT")), after: Nothing);

    [Fact]
    public Task Hung_with_its_connections_open() =>
        CallsGoOn("380673100003", before: () => Run(Postgres.Hang), after: () => Run(Postgres.GoOn), isAway: true);

    [Fact]
    public Task Refusing_connections() => CallsGoOn(
        "380673100004",
        before: async () =>
        {
            await Postgres.Execute("ALTER DATABASE callcenter WITH ALLOW_CONNECTIONS false", "postgres");
            await Postgres.Execute(EndConnections, "postgres");
        },
        after: () => Postgres.Execute("ALTER DATABASE callcenter WITH ALLOW_CONNECTIONS true", "postgres"),
        isAway: true);

    [Fact]
    public Task Connections_broken_in_the_middle_of_batches() =>
        CallsGoOn("380673100005", during: () => Postgres.Execute(EndConnections, "postgres"), after: Nothing);

    [Fact]
    public async Task Without_room_on_its_disk()
    {
        Assert.SkipWhen(fixture.Disk is null, SmallDisk.NeedsRoot);
        await CallsGoOn("380673100006", before: () => Run(fixture.Disk.Fill), after: () => Run(fixture.Disk.Empty), isAway: true);
    }

    private async Task CallsGoOn(
        string client, Func<Task> after, Func<Task>? before = null, Func<Task>? during = null, bool isAway = false)
    {
        using (var anna = await Sipp.Phone("employee-answers", fixture.Phone, ringMs: 10, calls: Calls))
        {
            await (before ?? Nothing)();
            using var clients = Sipp.Client(
                "caller", fixture.Trunk.First, Center.SipPort, Number, client, milliseconds: 20, calls: Calls, rate: PerSecond);
            await Repeat(during ?? Nothing, until: clients.Succeeds(withinSeconds: 40));
            await anna.Succeeds();
        }
        var health = await Center.Health();
        Assert.True(health.Ready);
        if (isAway)
        {
            Assert.True(health.JournalBacklog > Calls, $"{health.JournalBacklog} events wait");
            await Eventually.Holds(async () => (await Center.Health()).Parts.Single(part => part.Name == "history").Reason is not null,
                TimeSpan.FromSeconds(30), "health says why");
        }

        await after();

        await Eventually.Holds(async () => await Center.Health() is { JournalBacklog: 0 } now && now.Parts.All(part => part.Ready),
            LongestDrain, "everything arrived");
        Assert.Equal(Calls, (await Center.Calls(client)).Calls.Select(call => call.Id).Distinct().Count());
        Assert.Equal(Calls, await Postgres.Scalar<long>($"SELECT count(*) FROM history.calls WHERE client_number = '+{client}'"));
        // One statement: asking for the calls is an event of the audit log, which may arrive between two.
        Assert.Equal(0, await Postgres.Scalar<long>(
            "SELECT sequence - (SELECT sum(last_sequence - first_sequence + 1)::bigint FROM history.event_batches) "
            + "FROM history.high_water"));
    }

    private Func<Task> End(string signal) => () => Run(() => Postgres.Signal(signal));

    // Does it until the calls are made. What cannot be done right now (the server just starts) is done the next time.
    private static async Task Repeat(Func<Task> trouble, Task until)
    {
        using var timer = new PeriodicTimer(Often);
        while (!until.IsCompleted)
        {
            try
            {
                await trouble();
            }
            catch (Exception notNow) when (notNow is NpgsqlException or IOException or InvalidOperationException)
            {
                // It starts, or it has just been ended.
            }
            await timer.WaitForNextTickAsync();
        }
        await until;
    }

    private static Task Nothing() => Task.CompletedTask;

    private static Task Run(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    /// <summary>A call center whose PostgreSQL lies on a small disk, where that can be had.</summary>
    public sealed class Server : IAsyncLifetime
    {
        private readonly CallCenterServer _center;
        private readonly PrivatePostgres _postgres;

        public Server()
        {
            Disk = SmallDisk.TryMount(160);
            var folder = Disk is null ? null : Path.Combine(Disk.Path, "pg");
            _center = new CallCenterServer(folder);
            _postgres = new PrivatePostgres(folder ?? Path.Combine(_center.Data, "postgres"));
        }

        public SmallDisk? Disk { get; }

        internal CallCenterServer Center => _center;

        internal PrivatePostgres Postgres => _postgres;

        internal (int First, int Second) Trunk { get; } = Ports.Pair();

        internal int Phone { get; } = Ports.Free();

        public async ValueTask InitializeAsync()
        {
            await _center.Start();
            await _center.Publish(With(Trunk, Employee("anna", "101", Phone)));
        }

        public ValueTask DisposeAsync()
        {
            _center.Dispose();
            Disk?.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
