using CallCenter.Tests.Shared;
using Dapper;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CallCenter.History.Tests;

/// <summary>A test with a database of its own.</summary>
[Collection(PostgresCollection.Name)]
public abstract class HistoryTestBase(PostgresFixture postgres) : IAsyncLifetime
{
    protected string ConnectionString { get; private set; } = "";

    private protected NpgsqlDataSource Database { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        ConnectionString = await postgres.NewDatabase();
        Database = HistoryDatabase.DataSource(ConnectionString);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected HistoryService StartService(
        MemoryJournal journal, int batchEvents = 5000, KeptLog? log = null, TimeProvider? time = null, long alarmEvents = 500_000)
    {
        var options = new HistoryOptions("", ConnectionString)
        {
            BatchEvents = batchEvents,
            Alarms = new() { BacklogEvents = alarmEvents },
            Linger = TimeSpan.FromMilliseconds(1),
            LongestPause = TimeSpan.FromMilliseconds(300),
            LookAgain = TimeSpan.FromMilliseconds(300),
        };
        var service = new HistoryService(options, journal, (ILoggerFactory?)log ?? NullLoggerFactory.Instance, time);
        service.Start();
        return service;
    }

    private protected static Task Shipped(HistoryService service) =>
        Eventually.Holds(() => service.Health() is { Ready: true, Backlog: 0 }, TimeSpan.FromSeconds(30));

    private protected async Task<T> Scalar<T>(string sql)
    {
        await using var connection = await Database.OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    private protected async Task Execute(string sql)
    {
        await using var connection = await Database.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }
}
