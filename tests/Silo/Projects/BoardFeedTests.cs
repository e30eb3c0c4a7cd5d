using CallCenter.Abstractions.Board;
using CallCenter.Silo.Projects;

namespace CallCenter.Silo.Tests.Projects;

/// <summary>Whoever follows the board sees the newest state, soon, but not too often.</summary>
public class BoardFeedTests
{
    private readonly BoardFeed _feed = new(now => new BoardSnapshot(
        new("main"), "", "", 0, 0, now, now, [], [], [], new DayTotals(0, 0, 0, 0, 0)));

    [Fact]
    public void The_first_change_after_a_quiet_time_is_shown_at_once_and_the_next_after_40_ms()
    {
        var follower = _feed.Add(1_000);
        Assert.Equal(1_000, Read(follower));
        _feed.Change();
        _feed.Show(2_000);
        Assert.Equal(2_000, Read(follower));
        _feed.Change();
        _feed.Show(2_010);
        Assert.Null(Read(follower));
        Assert.Equal(2_040, _feed.NextDue);
        _feed.Show(2_040);
        Assert.Equal(2_040, Read(follower));
        Assert.Equal(long.MaxValue, _feed.NextDue);
    }

    [Fact]
    public void A_slow_reader_gets_the_newest_state_only()
    {
        var follower = _feed.Add(1_000);
        for (var now = 2_000; now < 2_500; now += 50)
        {
            _feed.Change();
            _feed.Show(now);
        }

        Assert.Equal(2_450, Read(follower));
        Assert.Null(Read(follower));
    }

    [Fact]
    public void The_delay_of_what_a_slow_reader_missed_is_not_forgotten()
    {
        var follower = _feed.Add(1_000);
        Read(follower);
        _feed.Change();
        _feed.Show(2_000);
        _feed.Change();
        _feed.Show(2_100);
        Assert.True(follower.Reader.TryRead(out var board));
        Assert.Equal((2_100, 2_000), (board.TakenAt, board.OldestChangeAt));
    }

    [Fact]
    public void Who_comes_within_the_spacing_sees_the_board_now()
    {
        _feed.Add(1_000);
        var second = _feed.Add(1_010);
        Assert.Equal(1_010, Read(second));
    }

    [Fact]
    public void Without_followers_nothing_is_due()
    {
        _feed.Change();
        Assert.Equal(long.MaxValue, _feed.NextDue);
    }

    private static long? Read(System.Threading.Channels.Channel<BoardSnapshot> follower) =>
        follower.Reader.TryRead(out var board) ? board.TakenAt : null;
}
