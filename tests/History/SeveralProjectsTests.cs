using CallCenter.Abstractions;
using CallCenter.Tests.Shared;

namespace CallCenter.History.Tests;

/// <summary>All projects of a journal are shipped together.</summary>
public sealed class SeveralProjectsTests(PostgresFixture postgres) : HistoryTestBase(postgres)
{
    private readonly MemoryJournal _journal = new();

    [Fact]
    public async Task Fifty_projects_share_their_transactions()
    {
        ProjectId[] projects = [.. Enumerable.Range(0, 50).Select(number => new ProjectId($"project{number}"))];
        foreach (var project in projects) _journal.Append(project, 1_700_000_000_000, [DayBegan.Instance]);
        await using var service = StartService(_journal);
        await Shipped(service);

        Assert.Equal(50, await Scalar<long>("SELECT count(*) FROM event_batches"));
        Assert.Equal(1, await Scalar<long>("SELECT count(DISTINCT xmin::text) FROM event_batches"));
        Assert.Equal(50, await Scalar<long>("SELECT sum(sequence)::bigint FROM high_water"));
    }

    [Fact]
    public async Task A_project_that_belongs_to_another_data_folder_holds_nobody_else()
    {
        var stranger = new ProjectId("stranger");
        var elsewhere = new MemoryJournal();
        elsewhere.Append(stranger, 1_700_000_000_000, [DayBegan.Instance]);
        await using (var service = StartService(elsewhere)) await Shipped(service);
        _journal.Append(stranger, 1_700_000_000_000, [DayBegan.Instance]);
        _journal.Append(SampleDay.Project, 1_700_000_000_000, [DayBegan.Instance]);

        await using var ours = StartService(_journal);

        await Eventually.Holds(async () =>
            await Scalar<long>("SELECT coalesce(max(sequence), 0) FROM high_water WHERE project = 'main'") == 1);
        await Eventually.Holds(() => ours.Health().Reason?.Contains("another data folder", StringComparison.Ordinal) == true);
        Assert.Equal(1, ours.Health().Backlog);
    }

    [Fact]
    public async Task One_that_comes_later_and_much_of_one_are_shipped_in_order()
    {
        var day = new SampleDay(4).Write(_journal, 300);
        await using var service = StartService(_journal, batchEvents: 50);
        for (var at = 0; at < 200; at++) _journal.Append(new ProjectId("later"), 1_700_000_000_000 + at, [DayBegan.Instance]);
        await Shipped(service);

        Assert.Equal(day.Events + 200, await Scalar<long>("SELECT sum(last_sequence - first_sequence + 1)::bigint FROM event_batches"));
        Assert.Equal(day.Records.Count, await Scalar<long>("SELECT count(*) FROM calls"));
    }
}
