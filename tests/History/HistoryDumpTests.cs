using CallCenter.Abstractions;
using CallCenter.History.Backups;
using CallCenter.History.Postgres;
using CallCenter.Tests.Shared;
using Npgsql;

namespace CallCenter.History.Tests;

/// <summary>A server of one's own, named by a connection string, is dumped and restored as the private one is.</summary>
public sealed class HistoryDumpTests(PostgresFixture postgres) : HistoryTestBase(postgres)
{
    private readonly PostgresFixture _postgres = postgres;
    private readonly MemoryJournal _journal = new();

    [Fact]
    public async Task Everything_is_in_another_database_afterwards_and_shipping_goes_on_there()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "history.dump");
        var day = new SampleDay(7).Write(_journal, 200);
        await using (var service = StartService(_journal))
        {
            await Shipped(service);
        }
        var cancellation = TestContext.Current.CancellationToken;
        await HistoryDump.OfRunning(new HistoryOptions("", ConnectionString)).Write(file, cancellation);

        var other = await _postgres.NewDatabase();
        await using var restored = await HistoryDump.NewFor(new HistoryOptions("", other), cancellation);
        await restored.Restore(file, cancellation);

        Assert.Equal(
            new Dictionary<ProjectId, (Guid, long)> { [SampleDay.Project] = (_journal.Id, day.Events) },
            await restored.Shipped(cancellation));
        day.Write(_journal, 20);
        var options = new HistoryOptions("", other) { Linger = TimeSpan.FromMilliseconds(1) };
        await using var goesOn = new HistoryService(options, _journal, new KeptLog());
        goesOn.Start();
        await Shipped(goesOn);
        await using var database = NpgsqlDataSource.Create(other);
        await using var count = database.CreateCommand("SELECT count(*) FROM history.calls");
        Assert.Equal((long)day.Records.Count, await count.ExecuteScalarAsync(cancellation));
    }

    [Fact]
    public async Task A_database_that_has_a_history_is_not_restored_into_and_a_dropped_one_can_be()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var options = new HistoryOptions("", ConnectionString);
        await Migrator.Migrate(Database, cancellation);

        var refused = await Assert.ThrowsAsync<PostgresUnavailableException>(() => HistoryDump.NewFor(options, cancellation));

        Assert.Contains("has a schema history already", refused.Message, StringComparison.Ordinal);
        await HistoryDump.OfRunning(options).Drop(cancellation);
        await (await HistoryDump.NewFor(options, cancellation)).DisposeAsync();
    }

    [Fact]
    public async Task A_server_that_is_away_is_said_with_what_the_program_said()
    {
        using var folder = new TemporaryFolder();
        var away = new HistoryOptions("", "Host=127.0.0.1;Port=1;Username=nobody;Password=secret;Database=none");

        var failed = await Assert.ThrowsAsync<PostgresUnavailableException>(() => HistoryDump.OfRunning(away)
            .Write(Path.Combine(folder.Path, "history.dump"), TestContext.Current.CancellationToken));

        Assert.Contains("pg_dump failed", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failed.Message, StringComparison.Ordinal);
    }
}
