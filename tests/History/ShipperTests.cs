using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Journal;
using CallCenter.Journal.Codecs;
using CallCenter.Tests.Shared;
using Dapper;

namespace CallCenter.History.Tests;

public sealed class ShipperTests(PostgresFixture postgres) : HistoryTestBase(postgres)
{
    private readonly MemoryJournal _journal = new();

    [Fact]
    public async Task Every_event_becomes_its_rows()
    {
        var day = new SampleDay(1).Write(_journal, 300);
        await using var service = StartService(_journal, batchEvents: 100);
        await Shipped(service);

        day.Write(_journal, 50);
        await Shipped(service);

        await AssertComplete(day);
    }

    [Fact]
    public async Task Connections_that_are_killed_while_shipping_lose_and_double_nothing()
    {
        var day = new SampleDay(2).Write(_journal, 5000);
        await using var service = StartService(_journal, batchEvents: 100);

        for (var kills = 0; kills < 10; kills++)
        {
            var before = service.Health().Backlog;
            await Eventually.Holds(() => service.Health().Backlog < before || before == 0, TimeSpan.FromSeconds(30));
            await Execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                + "WHERE application_name = 'CallCenter' AND pid <> pg_backend_pid() AND datname = current_database()");
            day.Write(_journal, 20);
        }
        await Shipped(service);

        await AssertComplete(day);
    }

    [Fact]
    public async Task A_database_that_lost_its_tables_gets_them_and_everything_again_though_nothing_new_happens()
    {
        var day = new SampleDay(2).Write(_journal, 300);
        await using var service = StartService(_journal, batchEvents: 100);
        await Shipped(service);

        await Execute("DROP SCHEMA history CASCADE");
        await Eventually.Holds(async () => await Scalar<bool>("SELECT to_regclass('history.high_water') IS NOT NULL"));
        await Shipped(service);

        await AssertComplete(day);
    }

    [Fact]
    public async Task The_journal_of_another_data_folder_is_refused()
    {
        new SampleDay(3).Write(_journal, 5);
        await using (var service = StartService(_journal))
        {
            await Shipped(service);
        }
        var other = new MemoryJournal();
        new SampleDay(3).Write(other, 9);

        await using var refused = StartService(other);

        await Eventually.Holds(() => refused.Health().Reason?.Contains("another data folder", StringComparison.Ordinal) == true);
        Assert.Equal(5, await Scalar<long>("SELECT count(*) FROM calls"));
    }

    [Fact]
    public async Task A_database_that_is_ahead_of_its_journal_is_refused()
    {
        var day = new SampleDay(3).Write(_journal, 5);
        await using (var service = StartService(_journal))
        {
            await Shipped(service);
        }
        var restored = new MemoryJournal { Id = _journal.Id };
        new SampleDay(3).Write(restored, 4);

        await using var refused = StartService(restored);

        await Eventually.Holds(() => refused.Health().Reason?.Contains($"up to sequence {day.Events}", StringComparison.Ordinal) == true);
        Assert.False(refused.Health().Ready);
    }

    [Fact]
    public async Task Events_that_were_trimmed_before_the_database_came_are_recorded_as_a_gap()
    {
        new SampleDay(4).Write(_journal, 10);
        _journal.Trim(SampleDay.Project, 20);
        var firstKept = _journal.ReadAfter(SampleDay.Project, 0, 1)[0].FirstSequence;

        await using var service = StartService(_journal);
        await Shipped(service);

        Assert.Equal(firstKept - 1, await Scalar<long>("SELECT last_missing FROM journal_gaps WHERE first_missing = 1"));
    }

    [Fact]
    public async Task What_a_stranger_sends_does_not_stop_the_shipping()
    {
        var record = new SampleDay(5).Write(new MemoryJournal(), 1).Records[0] with
        {
            ClientNumber = "\0" + new string('9', 10_000),
            ClientName = "a\0b\ud800",
            Dialled = new string('ї', 5000),
            SipCallId = "\0",
        };
        _journal.Append(SampleDay.Project, record.EndedAt, new CallEnded(record));

        await using var service = StartService(_journal);
        await Shipped(service);

        Assert.Equal("a?b\ufffd", await Scalar<string>("SELECT client_name FROM calls"));
    }

    [Fact]
    public async Task Published_configurations_are_kept_with_author_and_time()
    {
        var document = new ProjectConfiguration { Name = "Вікна", NotReadyReasons = ["обід"] };
        _journal.Append(SampleDay.Project, 1000, new ConfigurationPublished(1, "admin", document));
        _journal.Append(SampleDay.Project, 2000, new ConfigurationPublished(2, "olena", document with { Realm = "another" }));
        await using var service = StartService(_journal);
        await Shipped(service);

        var versions = await service.Reader.ConfigurationVersions(SampleDay.Project);
        var first = await service.Reader.ConfigurationDocument(SampleDay.Project, 1);

        Assert.Equal([new(2, "olena", 2000), new(1, "admin", 1000)], versions);
        Assert.Equal(ConfigurationJson.Write(document), ConfigurationJson.Write(first!));
        Assert.Null(await service.Reader.ConfigurationDocument(SampleDay.Project, 3));
    }

    [Fact]
    public async Task The_trimmable_sequences_are_what_the_database_has()
    {
        var day = new SampleDay(6).Write(_journal, 10);
        await using var service = StartService(_journal);
        await Shipped(service);

        Assert.Equal(new Dictionary<ProjectId, long> { [SampleDay.Project] = day.Events }, await service.DurableSequences());
    }

    /// <summary>The rows that the migration makes of the calls of before are those that a call of today is written with.</summary>
    [Fact]
    public async Task Calls_of_before_have_their_conversation_too()
    {
        var day = new SampleDay(3).Write(_journal, 300);
        await using var service = StartService(_journal, batchEvents: 100);
        await Shipped(service);
        const string rows = "SELECT string_agg(row_to_json(c)::text, E'\n' ORDER BY call, number) FROM conversations c";
        var written = await Scalar<string>(rows);

        await Execute(
            """
            DROP TABLE conversations, recordings, recording_deletions, leg_quality, call_steps, messages_done;
            ALTER TABLE calls DROP COLUMN rating;
            DELETE FROM migrations WHERE number >= 5
            """);
        Assert.Equal(3, await Migrator.Migrate(Database));

        Assert.Equal(written, await Scalar<string>(rows));

        // An older silo that still runs beside writes none: the card has it all the same.
        await Execute("DELETE FROM conversations");
        var answered = day.Records.First(record => record.AnsweredAt is not null);
        var card = await service.Reader.Call(SampleDay.Project, answered.Call);
        Assert.Equal(answered.Conversations, card!.Record.Conversations);
    }

    [Fact]
    public async Task Tiles_of_one_employee_never_overlap()
    {
        await using var service = StartService(_journal);
        await Eventually.Holds(() => service.Health().Ready);
        const string insert = "INSERT INTO employee_intervals VALUES ('main', '{0}', '2026-01-01 {1}', '2026-01-01 {2}', {3}, 1, null, 0)";
        string Tile(string employee, string from, string to, int sequence) => string.Format(insert, employee, from, to, sequence);

        await Execute(Tile("anna", "10:00", "11:00", 1));
        await Execute(Tile("anna", "11:00", "12:00", 2));
        await Execute(Tile("ivan", "10:30", "11:30", 3));

        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => Execute(Tile("anna", "11:59", "12:30", 4)));
        Assert.Equal(Npgsql.PostgresErrorCodes.ExclusionViolation, refused.SqlState);
    }

    private async Task AssertComplete(SampleDay day)
    {
        Assert.Equal(day.Records.Count, await Scalar<long>("SELECT count(*) FROM calls"));
        Assert.Equal(day.Records.Sum(record => record.TalkMs), await Scalar<long>("SELECT sum(talk_ms)::bigint FROM calls"));
        Assert.Equal(day.Records.Count * 2L, await Scalar<long>("SELECT count(*) FROM legs"));
        Assert.Equal(day.Records.Count, await Scalar<long>("SELECT count(*) FROM queue_visits"));
        Assert.Equal(day.Decisions, await Scalar<long>("SELECT count(*) FROM decisions"));
        Assert.Equal(day.Tiles, await Scalar<long>("SELECT count(*) FROM employee_intervals"));
        Assert.Equal(day.Records.Count(record => record.AnsweredAt is null), await Scalar<long>("SELECT count(*) FROM ring_misses"));
        Assert.Equal(day.Events, await Scalar<long>("SELECT sequence FROM high_water"));
        await AssertTheEventsAreThere();
    }

    private async Task AssertTheEventsAreThere()
    {
        await using var connection = await Database.OpenConnectionAsync();
        var batches = await connection.QueryAsync<(long First, long Last, byte[] Payload)>(
            "SELECT first_sequence, last_sequence, payload FROM event_batches ORDER BY first_sequence");
        var shipped = new List<JournalTurn>();
        foreach (var (first, last, payload) in batches)
        {
            var turns = EventBatch.Read(SampleDay.Project, payload);
            Assert.Equal((first, last), (turns[0].FirstSequence, turns[^1].LastSequence));
            shipped.AddRange(turns);
        }
        var journaled = _journal.ReadAfter(SampleDay.Project, 0, int.MaxValue);
        Assert.Equal(journaled.Select(Json), shipped.Select(Json));
    }

    private static string Json(JournalTurn turn) =>
        $"{turn.FirstSequence} {turn.At} "
        + string.Join(',', turn.Events.Select(happened => JsonSerializer.Serialize(happened, happened.GetType())));
}
