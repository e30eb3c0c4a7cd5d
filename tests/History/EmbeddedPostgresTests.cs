using System.Diagnostics;
using CallCenter.Abstractions.Ports;
using CallCenter.History.Postgres;
using CallCenter.Tests.Shared;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CallCenter.History.Tests;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public EmbeddedPostgresTests() => _folder.LetOthersPass();

    private string Folder => Path.Combine(_folder.Path, "postgres");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_written_is_there_after_a_stop_and_the_stop_takes_less_than_two_seconds()
    {
        await using (var first = await Started())
        {
            await Execute(first, "CREATE TABLE t AS SELECT 1 AS n");
            var stopping = TimeProvider.System.GetTimestamp();
            await first.DisposeAsync();
            Assert.InRange(TimeProvider.System.GetElapsedTime(stopping).TotalSeconds, 0, 2);
        }
        await using var second = await Started();

        Assert.Equal(1, await Execute(second, "SELECT n FROM t"));
    }

    [Fact]
    public async Task The_server_a_killed_run_left_behind_is_stopped_first()
    {
        var folder = new ServerFolder(Folder);
        var account = ServerAccount.Choose();
        var binaries = PostgresBinaries.Find(null);
        await folder.Prepare(binaries, account, "callcenter", NullLogger.Instance);
        using var orphan = ServerProcess.Start(binaries, folder, account);
        await Eventually.Holds(() => File.Exists(Path.Combine(folder.Cluster, "postmaster.pid")));

        await using var server = await Started();

        Assert.NotEqual(orphan.Pid, server.Pid);
        await Eventually.Holds(() => orphan.HasExited);
    }

    [Fact]
    public async Task A_pid_file_whose_number_belongs_to_another_program_does_no_harm()
    {
        await using (await Started())
        {
        }
        await File.WriteAllTextAsync(Path.Combine(Folder, "cluster", "postmaster.pid"), $"{Environment.ProcessId}\n{Folder}\n");

        await using var server = await Started();

        Assert.NotNull(server.Pid);
    }

    [Fact]
    public async Task A_long_folder_gets_its_socket_elsewhere()
    {
        var folder = Path.Combine(_folder.Path, new string('d', 60), new string('e', 60), "postgres");
        await using var server = new EmbeddedPostgres(folder, NullLogger.Instance);

        await server.Start();

        Assert.Equal(7, await Execute(server, "SELECT 7"));
    }

    [Fact]
    public async Task Below_a_closed_folder_the_cluster_is_kept_elsewhere_and_found_again()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root runs the server as somebody else");
        using var closed = new TemporaryFolder();
        var folder = Path.Combine(closed.Path, "data", "postgres");
        await using (var first = new EmbeddedPostgres(folder, NullLogger.Instance))
        {
            await first.Start();
            await Execute(first, "CREATE TABLE kept AS SELECT 7 AS n");
        }

        var place = new DirectoryInfo(folder).LinkTarget;
        Assert.NotNull(place);
        await using (var second = new EmbeddedPostgres(folder, NullLogger.Instance))
        {
            await second.Start();
            Assert.Equal(7, await Execute(second, "SELECT n FROM kept"));
        }
        Directory.Delete(place, recursive: true);
    }

    [Fact]
    public async Task A_server_that_is_killed_while_shipping_comes_again_and_nothing_is_lost_or_doubled()
    {
        var journal = new MemoryJournal();
        var day = new SampleDay(8).Write(journal, 2000);
        var options = new HistoryOptions(_folder.Path) { BatchEvents = 200, Linger = TimeSpan.FromMilliseconds(1) };
        await using var service = new HistoryService(options, journal, NullLoggerFactory.Instance);
        service.Start();

        await Eventually.Holds(() => service.Health().Backlog < day.Events - 1000, TimeSpan.FromSeconds(60));
        Kill();
        await Eventually.Holds(() => !service.Health().Ready);

        // It may be there again already; whoever asks too early is told so.
        var failure = await Record.ExceptionAsync(async () => await service.Reader.Calls(SampleDay.Project, new()));
        Assert.True(failure is null or HistoryUnavailableException, failure?.ToString());
        day.Write(journal, 500);
        await Eventually.Holds(() => service.Health() is { Ready: true, Backlog: 0 }, TimeSpan.FromSeconds(60));

        await using var connection = new NpgsqlConnection(service.ConnectionString);
        Assert.Equal(day.Records.Count, await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM calls"));
        Assert.Equal(day.Tiles, await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM employee_intervals"));
        Assert.Equal(
            day.Events,
            await connection.ExecuteScalarAsync<long>("SELECT sum(last_sequence - first_sequence + 1)::bigint FROM event_batches"));
    }

    /// <summary>What the server commits otherwise reaches its disk up to half a second later.</summary>
    [Fact]
    public async Task A_server_that_is_killed_right_after_it_was_migrated_stays_migrated()
    {
        await using (var first = await Started())
        {
            Assert.NotEqual(0, await Migrate(first));
            Kill();
        }
        await using var second = await Started();

        Assert.Equal(0, await Migrate(second));
    }

    private static async Task<int> Migrate(EmbeddedPostgres server)
    {
        await using var database = HistoryDatabase.DataSource(server.ConnectionString);
        return await Migrator.Migrate(database);
    }

    private void Kill()
    {
        var pid = int.Parse(File.ReadLines(Path.Combine(Folder, "cluster", "postmaster.pid")).First());
        using var server = Process.GetProcessById(pid);
        server.Kill();
    }

    private async Task<EmbeddedPostgres> Started()
    {
        var server = new EmbeddedPostgres(Folder, NullLogger.Instance);
        await server.Start();
        return server;
    }

    private static async Task<int> Execute(EmbeddedPostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
        return await connection.ExecuteScalarAsync<int>(sql);
    }
}
