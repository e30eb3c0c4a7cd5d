using CallCenter.Abstractions;
using CallCenter.History.Postgres;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CallCenter.History.Backups;

/// <summary>
/// The whole history in one file (<c>pg_dump</c>, custom format, not compressed), and back. It is one moment of the database.
/// Every method throws <see cref="PostgresUnavailableException"/> with what is wrong.
/// </summary>
public sealed class HistoryDump : IAsyncDisposable
{
    private readonly EmbeddedPostgres? _started;
    private readonly string _connectionString;

    private HistoryDump(string connectionString, EmbeddedPostgres? started = null) =>
        (_connectionString, _started) = (connectionString, started);

    /// <summary>The history of a data folder that a running server holds.</summary>
    public static HistoryDump OfRunning(HistoryOptions options) => new(
        Configured(options) ?? RunningServer.ConnectionString(options.DatabaseFolder)
        ?? throw new PostgresUnavailableException(
            $"The database of {options.DataFolder} does not run. If the server uses one of your own, set ConnectionStrings__History here "
            + "as it is set there; else wait until the server has started it."));

    /// <summary>The history of a data folder that nobody but the caller holds: its private server is started for the time.</summary>
    public static async Task<HistoryDump> OfStopped(HistoryOptions options, CancellationToken cancellation)
    {
        if (Configured(options) is { } connectionString)
        {
            return new HistoryDump(connectionString);
        }
        if (!Directory.Exists(ServerFolder.ClusterOf(options.DatabaseFolder)))
        {
            throw new PostgresUnavailableException(
                $"There is no database in {options.DataFolder}. If the server uses one of your own, set ConnectionStrings__History here as "
                + "it is set there.");
        }
        return await StartPrivate(options, cancellation).ConfigureAwait(false);
    }

    /// <summary>An empty database for a restored data folder: a new private one, or the configured one if it has no history yet.</summary>
    public static async Task<HistoryDump> NewFor(HistoryOptions options, CancellationToken cancellation)
    {
        if (Configured(options) is not { } connectionString)
        {
            return await StartPrivate(options, cancellation).ConfigureAwait(false);
        }
        var dump = new HistoryDump(connectionString);
        return await dump.HasSchema(cancellation).ConfigureAwait(false)
            ? throw new PostgresUnavailableException(
                $"The database of ConnectionStrings__History has a schema {HistoryDatabase.Schema} already. Give an empty database.")
            : dump;
    }

    public Task Write(string file, CancellationToken cancellation) => PostgresTool.Run(
        "pg_dump",
        _connectionString,
        [
            "--format=custom", "--compress=0", "--no-owner", "--no-privileges", "--lock-wait-timeout=10s",
            $"--schema={HistoryDatabase.Schema}", $"--schema={HistoryDatabase.OrleansSchema}",
            // Who was in the cluster is nobody's history.
            $"--exclude-table-data={HistoryDatabase.OrleansSchema}.membership*",
            "--extension=btree_gist", "--extension=pg_trgm", $"--file={file}",
        ],
        cancellation);

    /// <summary>All of it or nothing.</summary>
    public Task Restore(string file, CancellationToken cancellation) => PostgresTool.Run(
        "pg_restore",
        _connectionString,
        [
            "--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges",
            $"--dbname={new NpgsqlConnectionStringBuilder(_connectionString).Database}", file,
        ],
        cancellation);

    /// <summary>How far each project was shipped, and from which journal.</summary>
    public Task<Dictionary<ProjectId, (Guid Journal, long Sequence)>> Shipped(CancellationToken cancellation) => Ask(
        async connection => (await connection.QueryAsync<(string Project, Guid Journal, long Sequence)>(
            "SELECT project, journal, sequence FROM high_water").ConfigureAwait(false))
            .ToDictionary(row => new ProjectId(row.Project), row => (row.Journal, row.Sequence)),
        cancellation);

    /// <summary>Takes a restored history away again: what it was restored for did not come about.</summary>
    public Task Drop(CancellationToken cancellation) =>
        Ask(connection => connection.ExecuteAsync(
            $"DROP SCHEMA IF EXISTS {HistoryDatabase.Schema}, {HistoryDatabase.OrleansSchema} CASCADE"), cancellation);

    /// <summary>A pool for statements that take their time. Dispose it.</summary>
    internal NpgsqlDataSource Open() => HistoryDatabase.DataSource(_connectionString, commandSeconds: 0);

    public ValueTask DisposeAsync() => _started?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string? Configured(HistoryOptions options) =>
        string.IsNullOrWhiteSpace(options.ConnectionString) ? null : options.ConnectionString;

    private static async Task<HistoryDump> StartPrivate(HistoryOptions options, CancellationToken cancellation)
    {
        var server = new EmbeddedPostgres(options.DatabaseFolder, NullLogger.Instance);
        try
        {
            await server.Start(cancellation).ConfigureAwait(false);
            return new HistoryDump(server.ConnectionString, server);
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private Task<bool> HasSchema(CancellationToken cancellation) => Ask(
        connection => connection.ExecuteScalarAsync<bool>(
            "SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = @Schema)", new { HistoryDatabase.Schema }),
        cancellation);

    private async Task<T> Ask<T>(Func<NpgsqlConnection, Task<T>> question, CancellationToken cancellation)
    {
        try
        {
            await using var database = HistoryDatabase.DataSource(_connectionString);
            await using var connection = await database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            return await question(connection).ConfigureAwait(false);
        }
        catch (NpgsqlException failure)
        {
            throw new PostgresUnavailableException($"The database cannot be asked: {failure.Message}", failure);
        }
    }
}
