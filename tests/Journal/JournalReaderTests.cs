using CallCenter.Abstractions;
using CallCenter.Tests.Shared;

namespace CallCenter.Journal.Tests;

public sealed class JournalReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly JournalFolder _journal;
    private readonly JournalWriter _writer;

    public JournalReaderTests()
    {
        _journal = JournalFolder.Open(new JournalOptions(_folder.Path) { SegmentBytes = 20_000 });
        _writer = _journal.NewWriter();
    }

    public void Dispose()
    {
        _journal.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Readers_that_follow_the_tail_see_every_turn_once_and_in_order()
    {
        const int turns = 20_000;
        var readers = new[] { Follow(Turns.Main, turns), Follow(Turns.Other, turns), Follow(Turns.Main, turns) };

        var writing = Task.Run(() =>
        {
            for (var turn = 1; turn <= turns; turn++)
            {
                _writer.AppendTurn(Turns.Main, turn);
                _writer.AppendTurn(Turns.Other, turn);
                if (turn % 7 == 0 || turn == turns)
                {
                    _writer.Flush();
                }
            }
        });

        await writing;
        foreach (var seen in await Task.WhenAll(readers))
        {
            Assert.Equal(Turns.FirstSequences(1, turns), seen);
        }
    }

    [Fact]
    public void Nothing_is_readable_before_its_flush()
    {
        _writer.AppendTurn(Turns.Main, 1);
        Assert.Empty(_journal.Sequences(Turns.Main));
        Assert.Empty(_journal.Reader.Projects);

        _writer.Flush();

        Assert.Equal([1], _journal.Sequences(Turns.Main));
        Assert.Equal([Turns.Main], _journal.Reader.Projects);
    }

    [Fact]
    public void A_reader_gets_about_as_many_events_as_it_asked_for()
    {
        _journal.WriteTurns(Turns.Main, 1, 100);

        Assert.Equal(5, _journal.Reader.ReadAfter(Turns.Main, 0, 9).Count);
        Assert.Equal(5, _journal.Reader.ReadAfter(Turns.Main, 100, 10).Count);
    }

    [Fact]
    public async Task Waiting_ends_with_the_next_turn_and_with_cancellation()
    {
        _journal.WriteTurns(Turns.Main, 1, 1);
        await _journal.Reader.WaitBeyond(1, CancellationToken.None);
        var waiting = _journal.Reader.WaitBeyond(2, CancellationToken.None).AsTask();
        using var cancellation = new CancellationTokenSource();
        var cancelled = _journal.Reader.WaitBeyond(4, cancellation.Token).AsTask();
        Assert.False(waiting.IsCompleted);

        _journal.WriteTurns(Turns.Other, 1, 1);
        await waiting;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
    }

    [Fact]
    public void A_reader_goes_on_while_old_segments_are_trimmed()
    {
        _journal.WriteTurns(Turns.Main, 1, 2000);
        _journal.Reader.ReadAfter(Turns.Main, 0, 10);

        _journal.Trim(new Dictionary<ProjectId, long> { [Turns.Main] = 3000 });
        var rest = _journal.Sequences(Turns.Main, after: 10);

        Assert.InRange(rest[0], 12, 3001);
        Assert.Equal(3999, rest[^1]);
    }

    [Fact]
    public void Making_it_durable_works_while_segments_come_and_go()
    {
        _journal.WriteTurns(Turns.Main, 1, 2000);
        _journal.Reader.MakeDurable();
        _journal.Trim(new Dictionary<ProjectId, long> { [Turns.Main] = 3000 });
        _journal.WriteTurns(Turns.Main, 2001, 2100);

        _journal.Reader.MakeDurable();

        Assert.Equal(4200, _journal.Reader.LastSequence(Turns.Main));
    }

    private async Task<List<long>> Follow(ProjectId project, int turns)
    {
        var seen = new List<long>();
        var after = 0L;
        while (after < turns * 2)
        {
            var total = _journal.Reader.TotalEvents;
            if (_journal.Reader.LastSequence(project) == after) await _journal.Reader.WaitBeyond(total, CancellationToken.None);
            foreach (var turn in _journal.Reader.ReadAfter(project, after, 500))
            {
                seen.Add(turn.FirstSequence);
                after = turn.LastSequence;
            }
        }
        return seen;
    }
}
