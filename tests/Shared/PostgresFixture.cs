using CallCenter.History.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CallCenter.Tests.Shared;

/// <summary>
/// A real PostgreSQL of its own in a temporary folder, started at first use and ended by its process id. Share one among the tests of
/// an assembly (a collection fixture) and give every test a database of its own.
/// </summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task<EmbeddedPostgres>> _server;
    private int _databases;

    public PostgresFixture() => _server = new Lazy<Task<EmbeddedPostgres>>(Start);

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> NewDatabase()
    {
        var server = await _server.Value;
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return server.ConnectionStringFor(name);
    }

    /// <summary>The process id of the server.</summary>
    public async Task<int?> Pid() => (await _server.Value).Pid;

    /// <summary>For tests that do something to the server; it runs.</summary>
    public async Task<PrivatePostgres> Server()
    {
        await _server.Value;
        return new PrivatePostgres(Path.Combine(_folder.Path, "postgres"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
        {
            await (await _server.Value).DisposeAsync();
        }
        _folder.Dispose();
    }

    private async Task<EmbeddedPostgres> Start()
    {
        _folder.LetOthersPass();
        var server = new EmbeddedPostgres(Path.Combine(_folder.Path, "postgres"), NullLogger.Instance);
        await server.Start();
        return server;
    }
}
