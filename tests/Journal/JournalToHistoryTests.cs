using CallCenter.Abstractions;
using CallCenter.History;
using CallCenter.Tests.Shared;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CallCenter.Journal.Tests;

/// <summary>The real journal and the real database together.</summary>
public sealed class JournalToHistoryTests : IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new();
    private readonly TemporaryFolder _folder = new();
    private string _database = "";

    public async ValueTask InitializeAsync() => _database = await _postgres.NewDatabase();

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Journal_and_database_agree_over_restarts_and_trims()
    {
        for (var round = 0; round < 4; round++)
        {
            using var journal = JournalFolder.Open(new JournalOptions(_folder.Path) { SegmentBytes = 5000 });
            await using var service = new HistoryService(new HistoryOptions("", _database), journal.Reader, NullLoggerFactory.Instance);
            service.Start();
            journal.WriteTurns(Turns.Main, (round * 500) + 1, (round * 500) + 500);
            journal.WriteTurns(Turns.Other, (round * 10) + 1, (round * 10) + 10);
            if (round == 2)
            {
                continue; // stopped before everything was shipped: the next round catches up
            }
            await Eventually.Holds(() => service.Health() is { Ready: true, Backlog: 0 }, TimeSpan.FromSeconds(30));
            Assert.True(journal.Trim(await service.DurableSequences()) > 0);
        }

        Assert.Equal(4000, await Shipped(Turns.Main));
        Assert.Equal(80, await Shipped(Turns.Other));
    }

    private async Task<long> Shipped(ProjectId project)
    {
        await using var connection = new NpgsqlConnection(_database);
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM history.journal_gaps"));
        return await connection.ExecuteScalarAsync<long>(
            "SELECT sum(last_sequence - first_sequence + 1)::bigint FROM history.event_batches WHERE project = @Value",
            new { project.Value });
    }
}
