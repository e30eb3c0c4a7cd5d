using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Tests.Shared;

namespace CallCenter.History.Tests;

/// <summary>PostgreSQL does not take what is in a batch: a row it would conflict with is there already.</summary>
public sealed class RejectionTests(PostgresFixture postgres) : HistoryTestBase(postgres)
{
    private const int Conflicting = 150;
    private readonly MemoryJournal _journal = new();
    private static readonly ProjectId Other = new("other");
    private readonly KeptLog _log = new();

    [Fact]
    public async Task The_turn_is_named_everything_before_it_is_shipped_and_nothing_after_it()
    {
        var day = await DayWithConflict();
        await using var service = StartService(_journal, log: _log);
        var turn = TurnOfTheConflict();

        await Eventually.Holds(() => service.Health().Reason?.Contains("rejects", StringComparison.Ordinal) == true);

        var reason = service.Health().Reason!;
        Assert.Contains($"events {turn.First} to {turn.Last} of project main", reason, StringComparison.Ordinal);
        Assert.Contains("23505", reason, StringComparison.Ordinal);
        Assert.Equal(day.Events - turn.First + 1, service.Health().Backlog);
        Assert.Equal(Conflicting - 1 + 1, await Scalar<long>("SELECT count(*) FROM calls"));
        Assert.Single(_log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_conflict_is_removed_shipping_goes_on_by_itself_and_everything_is_there_once()
    {
        var day = await DayWithConflict();
        await using var service = StartService(_journal, log: _log);
        await Eventually.Holds(() => service.Health().Reason?.Contains("rejects", StringComparison.Ordinal) == true);

        await Execute("DELETE FROM calls WHERE dialled = 'conflict'");
        await Shipped(service);

        Assert.Equal(day.Records.Count, await Scalar<long>("SELECT count(*) FROM calls"));
        Assert.Equal(day.Events, await Scalar<long>("SELECT sum(last_sequence - first_sequence + 1)::bigint FROM event_batches"));
        Assert.Contains(_log.Lines, line => line.Contains("goes on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_turn_that_is_given_up_as_the_message_says_leaves_its_rows_out_and_keeps_its_events()
    {
        var day = await DayWithConflict();
        await using var service = StartService(_journal, log: _log);
        await Eventually.Holds(() => service.Health().Reason?.Contains("INSERT", StringComparison.Ordinal) == true);

        var reason = service.Health().Reason!;
        await Execute(reason[reason.IndexOf("INSERT", StringComparison.Ordinal)..]);
        await Shipped(service);

        Assert.Equal(1, await Scalar<long>("SELECT count(*) FROM calls WHERE dialled = 'conflict'"));
        Assert.Equal(day.Records.Count, await Scalar<long>("SELECT count(*) FROM calls"));
        Assert.Equal(day.Events, await Scalar<long>("SELECT sum(last_sequence - first_sequence + 1)::bigint FROM event_batches"));
        Assert.Contains(_log.Lines, line => line.Contains("left out of calls and reports", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_project_is_shipped_meanwhile_and_both_go_on_when_the_conflict_is_removed()
    {
        await DayWithConflict();
        for (var day = 0; day < 40; day++) _journal.Append(Other, 1_700_000_000_000 + day, [DayBegan.Instance]);
        await using var service = StartService(_journal, log: _log);
        await Eventually.Holds(() => service.Health().Reason?.Contains("rejects", StringComparison.Ordinal) == true);

        await Eventually.Holds(async () => await OtherShipped() == 40);
        _journal.Append(Other, 1_700_000_001_000, [DayBegan.Instance]);
        await Eventually.Holds(async () => await OtherShipped() == 41);
        Assert.Contains("project main", service.Health().Reason!, StringComparison.Ordinal);

        await Execute("DELETE FROM calls WHERE dialled = 'conflict'");
        await Shipped(service);
    }

    private Task<long> OtherShipped() => Scalar<long>($"SELECT coalesce(max(sequence), 0) FROM high_water WHERE project = '{Other}'");

    // Call 150 of 300 is in the table before it is shipped.
    private async Task<SampleDay> DayWithConflict()
    {
        await Migrator.Migrate(Database);
        var day = new SampleDay(9).Write(_journal, 300);
        var other = new MemoryJournal();
        new SampleDay(9).Write(other, Conflicting);
        await using (var service = StartService(other))
        {
            await Shipped(service);
        }
        await Execute(
            $"DELETE FROM calls WHERE call <> {Conflicting}; UPDATE calls SET dialled = 'conflict'; "
            + "TRUNCATE high_water, event_batches, legs, queue_visits, conversations, decisions, employee_intervals, ring_misses, "
            + "call_employees, recordings, recording_deletions, leg_quality");
        return day;
    }

    private (long First, long Last) TurnOfTheConflict()
    {
        var turn = _journal.ReadAfter(SampleDay.Project, 0, int.MaxValue).Single(turn => turn.Events
            .OfType<CallEnded>().Any(ended => ended.Record.Call.Value == Conflicting));
        return (turn.FirstSequence, turn.LastSequence);
    }
}
