using CallCenter.Tests.Shared;
using Npgsql;

namespace CallCenter.History.Tests;

/// <summary>200,000 calls of two projects, with many ties in every sort column; made once, only read.</summary>
public sealed class PagingDatabase(PostgresFixture postgres) : IAsyncLifetime
{
    /// <summary>Calls of the project <c>small</c>; <c>large</c> has the others.</summary>
    public const int Walked = 20_000;

    public NpgsqlDataSource Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = HistoryDatabase.DataSource(await postgres.NewDatabase());
        await Migrator.Migrate(Database);
        await Generate("large", 180_000);
        await Generate("small", Walked);
        await Execute("ANALYZE calls, call_employees");
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private Task Generate(string project, int calls) => Execute(
        $"""
        INSERT INTO calls (project, call, sequence, direction, outcome, ended_by, client_number, dialled, department, arrived_at, ended_at,
            wait_ms, talk_ms, hold_ms, configuration_version, sip_call_id)
        SELECT '{project}', n, n, n % 3, CASE WHEN n % 500 = 0 THEN 7 ELSE n % 4 END, 0,
            '+38050' || lpad((n * 7919 % 9999991)::text, 7, '0'),
            '+380441234567', 'department-' || n % 50, to_timestamp(1760000000 + n / 3), to_timestamp(1760000100 + n / 3),
            n * 31 % 40 * 1000, n * 17 % 97 * 1000, 0, 1, n
        FROM generate_series(1, {calls}) n;
        INSERT INTO call_employees SELECT project, 'employee-' || call % 200, arrived_at, call FROM calls WHERE project = '{project}'
        """);

    private async Task Execute(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
