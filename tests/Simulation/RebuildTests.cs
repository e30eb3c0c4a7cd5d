using System.Globalization;
using CallCenter.Abstractions;
using CallCenter.Engine;
using CallCenter.History;
using CallCenter.Journal;
using CallCenter.Journal.Snapshots;
using CallCenter.Silo.Rebuilding;
using CallCenter.Silo.Replay;
using CallCenter.Tests.Shared;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CallCenter.Simulation.Tests;

/// <summary>A recorded day is shipped, and history and state are made anew from what PostgreSQL has of it.</summary>
public sealed class RebuildTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private const int Calls = 400;
    private static readonly string[] MadeOfEvents =
    [
        "calls", "legs", "queue_visits", "conversations", "call_employees", "decisions", "employee_intervals", "ring_misses",
        "configuration_versions",
        "audit",
    ];
    private readonly TemporaryFolder _data = new();
    private string _database = "";

    private string Journal => Path.Combine(_data.Path, "journal");
    private string Snapshots => Path.Combine(_data.Path, "snapshots");

    public async ValueTask InitializeAsync() => _database = await postgres.NewDatabase();

    public ValueTask DisposeAsync()
    {
        _data.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Without_its_journal_a_folder_has_the_same_tables_the_same_state_and_the_next_number()
    {
        var (events, id) = await RecordAndShip(1, snapshotEvery: long.MaxValue);
        var (tables, state) = (await Tables(), State());
        Assert.All(MadeOfEvents.Where(table => table is not "audit"), table => Assert.True(tables[table].Count > 0, table));
        Directory.Delete(Journal, recursive: true);
        await Execute("DELETE FROM history.calls WHERE call % 2 = 0; UPDATE history.employee_intervals SET reason = 'x'");
        await Execute("TRUNCATE history.legs");

        var (code, said) = await Rebuild();

        Assert.True(code == 0, said);
        Assert.Contains($"a snapshot at event {events} is written", said, StringComparison.Ordinal);
        Assert.Equal(tables, await Tables());
        Assert.Equal(state, SnapshotFile.ReadNewest(Snapshots, RecordedDay.Project)!.State);
        using (var journal = JournalFolder.Open(new JournalOptions(Journal)))
        {
            Assert.Equal((id, events), (journal.Reader.Id, journal.Reader.LastSequence(RecordedDay.Project)));
            var writer = journal.NewWriter();
            writer.Append(RecordedDay.Project, events + 1, 1, [DayBegan.Instance]);
            writer.Flush();
            await Ship(journal);
        }
        Assert.Equal([(events + 1, 0)], await Query<(long, int)>(
            "SELECT (SELECT max(last_sequence) FROM history.event_batches), (SELECT count(*)::int FROM history.journal_gaps)"));
    }

    [Fact]
    public async Task With_its_journal_only_the_tables_are_made_anew_and_what_is_not_shipped_stays()
    {
        var (events, _) = await RecordAndShip(2, snapshotEvery: 2_000);
        var tables = await Tables();
        using (var journal = JournalFolder.Open(new JournalOptions(Journal)))
        {
            var writer = journal.NewWriter();
            writer.Append(RecordedDay.Project, events + 1, 1, [DayBegan.Instance]);
            writer.Flush();
        }
        await Execute("TRUNCATE history.calls, history.decisions, history.ring_misses");

        var (code, said) = await Rebuild();

        Assert.True(code == 0, said);
        Assert.Contains("is intact and stays", said, StringComparison.Ordinal);
        Assert.Equal(tables, await Tables());
        var replayed = new StringWriter();
        Assert.True(ReplayCommand.Run(_data.Path, replayed, replayed) == 0, replayed.ToString());
        using var again = JournalFolder.Open(new JournalOptions(Journal));
        Assert.Equal(events + 1, again.Reader.LastSequence(RecordedDay.Project));
    }

    [Fact]
    public async Task While_a_server_holds_the_folder_nothing_is_touched()
    {
        await RecordAndShip(3, snapshotEvery: long.MaxValue);
        var tables = await Tables();
        using var held = JournalFolder.Open(new JournalOptions(Journal));

        var (code, said) = await Rebuild();

        Assert.Equal(1, code);
        Assert.Contains($"in use by process {Environment.ProcessId}", said, StringComparison.Ordinal);
        Assert.Equal(tables, await Tables());
    }

    [Fact]
    public async Task Events_that_are_missing_in_the_database_end_it_before_anything_is_changed_unless_a_snapshot_has_them()
    {
        await RecordAndShip(4, snapshotEvery: 1_000, batchEvents: 200);
        var state = State();
        var kept = SnapshotFile.ReadAll(Snapshots, RecordedDay.Project, _ => { });
        Directory.Delete(Journal, recursive: true);
        await Execute("DELETE FROM history.event_batches WHERE first_sequence BETWEEN 300 AND 700");

        Assert.Equal(0, (await Rebuild()).Code);
        Assert.Equal(state, SnapshotFile.ReadNewest(Snapshots, RecordedDay.Project)!.State);

        Directory.Delete(Journal, recursive: true);
        Directory.Delete(Snapshots, recursive: true);
        var tables = await Tables();
        var (code, said) = await Rebuild();
        Assert.Equal(1, code);
        Assert.Contains("no snapshot covers them", said, StringComparison.Ordinal);
        Assert.Equal(tables, await Tables());
        Assert.False(JournalFolder.Exists(Journal));
        Assert.NotEmpty(kept);
    }

    [Fact]
    public async Task A_journal_that_ends_before_the_database_is_not_gone_on_from()
    {
        var (events, _) = await RecordAndShip(5, snapshotEvery: long.MaxValue);
        var newest = Directory.GetFiles(Journal, "*.journal").Order().Last();
        using (var file = File.Open(newest, FileMode.Open)) file.SetLength(file.Length - 3);

        var (code, said) = await Rebuild();

        Assert.Equal(1, code);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"up to event {events}"), said, StringComparison.Ordinal);
        Assert.Contains("Move that folder away", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_that_PostgreSQL_does_not_take_is_named_and_left_out_when_it_was_given_up()
    {
        var (events, _) = await RecordAndShip(6, snapshotEvery: long.MaxValue);
        var before = await Query<long>("SELECT count(*) FROM history.calls");
        await Execute("ALTER TABLE history.calls ADD CONSTRAINT odd CHECK (call <> 7)", expectViolation: true);

        var (code, said) = await Rebuild();
        Assert.Equal(1, code);
        Assert.Contains("INSERT INTO history.journal_gaps", said, StringComparison.Ordinal);

        await Execute(
            "INSERT INTO history.journal_gaps (project, first_missing, last_missing) "
            + "SELECT project, sequence - 100, sequence + 100 FROM history.calls WHERE call = 7");
        Assert.Equal(0, (await Rebuild()).Code);
        Assert.Equal([before[0] - 1], await Query<long>("SELECT count(*) FROM history.calls"));
        Assert.True(events > 0);
    }

    private async Task<(long Events, Guid Id)> RecordAndShip(int seed, long snapshotEvery, int batchEvents = 5000)
    {
        var (_, events) = RecordedDay.Write(_data.Path, seed, Calls, snapshotEvery);
        using var journal = JournalFolder.Open(new JournalOptions(Journal));
        await Ship(journal, batchEvents);
        return (events, journal.Reader.Id);
    }

    private async Task Ship(JournalFolder journal, int batchEvents = 5000)
    {
        var options = new HistoryOptions(_data.Path, _database) { BatchEvents = batchEvents };
        await using var service = new HistoryService(options, journal.Reader, NullLoggerFactory.Instance);
        service.Start();
        await Eventually.Holds(() => service.Health() is { Ready: true, Backlog: 0 }, TimeSpan.FromSeconds(60));
    }

    private async Task<(int Code, string Said)> Rebuild()
    {
        var said = new StringWriter();
        var code = await RebuildCommand.Run(new HistoryOptions(_data.Path, _database), said, said);
        return (code, said.ToString());
    }

    private byte[] State()
    {
        var project = new Project(RecordedDay.Project);
        using var journal = JournalFolder.Open(new JournalOptions(Journal));
        foreach (var turn in journal.Reader.All(new Dictionary<ProjectId, long>()))
        {
            foreach (var happened in turn.Events) project.Apply(happened, turn.At);
        }
        return project.Image().ToJson().ToArray();
    }

    /// <summary>Every row of every table that is made of events, as text.</summary>
    private async Task<Dictionary<string, List<string>>> Tables()
    {
        var tables = new Dictionary<string, List<string>>();
        foreach (var table in MadeOfEvents)
        {
            tables.Add(table, await Query<string>($"SELECT t::text FROM history.{table} t ORDER BY 1"));
        }
        return tables;
    }

    private async Task<List<T>> Query<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(_database);
        return [.. await connection.QueryAsync<T>(sql)];
    }

    private async Task Execute(string sql, bool expectViolation = false)
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.ExecuteAsync(expectViolation ? sql + " NOT VALID" : sql);
    }
}
