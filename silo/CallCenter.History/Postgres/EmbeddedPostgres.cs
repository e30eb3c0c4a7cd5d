using Microsoft.Extensions.Logging;
using Npgsql;

namespace CallCenter.History.Postgres;

/// <summary>
/// A private PostgreSQL server of the installed binaries, reachable over a unix socket only. Whoever may enter its folder is trusted:
/// its user and root.
/// 1. Choose the system user, the binaries, and make the cluster at the first start.
/// 2. Stop a server that an earlier, killed run left behind.
/// 3. Start, wait until it answers, make the database.
/// 4. When it dies by itself, start it again, with a growing pause; when we stop, fast shutdown within two seconds.
/// The caller holds the data folder: two of these on one folder would end each other's server.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    internal const string Superuser = "callcenter";
    internal const string Database = "callcenter";
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ServerFolder _folder;
    private volatile ServerProcess? _server;
    private Task _running = Task.CompletedTask;

    /// <summary>Nothing is started yet.</summary>
    public EmbeddedPostgres(string folder, ILogger logger)
    {
        _logger = logger;
        _folder = new ServerFolder(ServerPlace.Of(Path.GetFullPath(folder)));
        ConnectionString = ConnectionStringFor(Database);
    }

    /// <summary>How to reach the database; valid before it runs.</summary>
    public string ConnectionString { get; }

    /// <summary>The process that runs now; null when none does.</summary>
    public int? Pid => _server is { HasExited: false } server ? server.Pid : null;

    /// <summary>Why it does not run; null while it does.</summary>
    public string? Problem { get; private set; } = "not started";

    public string ConnectionStringFor(string database) =>
        new NpgsqlConnectionStringBuilder { Host = _folder.Socket, Username = Superuser, Database = database, Timeout = 2 }
            .ConnectionString;

    /// <summary>
    /// Returns when the server answers; from then on it is kept running. Throws <see cref="PostgresUnavailableException"/>.
    /// </summary>
    public async Task Start(CancellationToken cancellation = default)
    {
        await StartServer(cancellation).ConfigureAwait(false);
        _running = KeepRunning();
    }

    /// <summary>Stops the server. A second call does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        if (_server is { } server)
        {
            await server.Stop().ConfigureAwait(false);
            server.Dispose();
        }
        _server = null;
        Problem = "stopped";
        _folder.RemoveTemporarySocketFolder();
    }

    private async Task StartServer(CancellationToken cancellation)
    {
        var account = ServerAccount.Choose();
        var binaries = PostgresBinaries.Find(_folder.Major);
        await _folder.Prepare(binaries, account, Superuser, _logger).ConfigureAwait(false);
        await _folder.StopOrphan(_logger).ConfigureAwait(false);
        _server?.Dispose();
        _server = ServerProcess.Start(binaries, _folder, account);
        await WaitUntilItAnswers(_server, cancellation).ConfigureAwait(false);
        Problem = null;
    }

    private async Task WaitUntilItAnswers(ServerProcess server, CancellationToken cancellation)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(LongestStart);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        await using var database = new NpgsqlSlimDataSourceBuilder(ConnectionStringFor("postgres") + ";Pooling=false").Build();
        Exception? last = null;
        try
        {
            while (await timer.WaitForNextTickAsync(bound.Token).ConfigureAwait(false))
            {
                if (server.HasExited)
                {
                    throw new PostgresUnavailableException($"PostgreSQL did not start: {server.LastLines} (its log is in {_folder.Log})");
                }
                try
                {
                    await MakeDatabase(database, bound.Token).ConfigureAwait(false);
                    return;
                }
                catch (NpgsqlException notYet)
                {
                    last = notYet;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new PostgresUnavailableException(
                $"PostgreSQL did not answer within {LongestStart.TotalSeconds} s (its log is in {_folder.Log}): {last?.Message}", last);
        }
    }

    private static async Task MakeDatabase(NpgsqlDataSource server, CancellationToken cancellation)
    {
        await using var exists = server.CreateCommand($"SELECT count(*) FROM pg_database WHERE datname = '{Database}'");
        if (await exists.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is 0L)
        {
            await using var create = server.CreateCommand($"CREATE DATABASE {Database}");
            await create.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async Task KeepRunning()
    {
        while (!_stopping.IsCancellationRequested)
        {
            await _server!.WaitForExit(_stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_stopping.IsCancellationRequested)
            {
                Problem = $"the server ended by itself with exit code {_server.ExitCode}";
                _logger.ServerDied(_server.ExitCode);
                await StartAgain().ConfigureAwait(false);
            }
        }
    }

    private async Task StartAgain()
    {
        for (var pause = FirstPause; !_stopping.IsCancellationRequested; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await Task.Delay(pause, _stopping.Token).ConfigureAwait(false);
                await StartServer(_stopping.Token).ConfigureAwait(false);
                return;
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception failure)
            {
                Problem = failure.Message;
            }
        }
    }
}
