using CallCenter.Abstractions;
using CallCenter.Tests.Shared;

namespace CallCenter.Journal.Tests;

/// <summary>Projects whose turns are written by threads of their own into one journal.</summary>
public sealed class SeveralWritersTests : IDisposable
{
    private const int Turns = 4_000;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_is_lost_and_each_project_keeps_its_order(bool sync)
    {
        ProjectId[] projects = [.. Enumerable.Range(0, 4).Select(number => new ProjectId($"project{number}"))];
        var turns = sync ? 100 : Turns;
        using (var journal = Open(sync))
        {
            Parallel.ForEach(projects, project =>
            {
                using var writer = journal.NewWriter();
                for (var turn = 1; turn <= turns; turn++)
                {
                    writer.AppendTurn(project, turn);
                    if (turn % 3 == 0 || turn == turns)
                    {
                        writer.Flush();
                    }
                }
            });
        }

        using var again = Open(sync);
        Assert.Null(again.Tail);
        Assert.True(Directory.GetFiles(_folder.Path, "*.journal").Length > 1);
        Assert.All(projects, project => Assert.Equal(
            Enumerable.Range(1, turns).Select(turn => (long)((turn * 2) - 1)), again.Sequences(project)));
    }

    private JournalFolder Open(bool sync) =>
        JournalFolder.Open(new JournalOptions(_folder.Path) { SegmentBytes = sync ? 5_000 : 100_000, SyncEveryFlush = sync });
}
