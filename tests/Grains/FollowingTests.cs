using System.Threading.Channels;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Grains;
using CallCenter.Tests.Shared;

namespace CallCenter.Grains.Tests;

/// <summary>Observers of a board that come, go and die.</summary>
public sealed class FollowingTests : IAsyncLifetime
{
    private readonly GrainsUnderTest _under = new();

    public ValueTask InitializeAsync() => _under.InitializeAsync();

    public ValueTask DisposeAsync() => _under.DisposeAsync();

    [Fact]
    public async Task Whoever_follows_gets_the_board_now_and_after_every_change_here_and_elsewhere()
    {
        var (here, elsewhere) = (await Follow(_under.Grains), await Follow(_under.Elsewhere));
        Assert.Equal(_under.Silo.Projects.Current.Sequence, (await here.Next()).Sequence);
        Assert.Equal(_under.Silo.Projects.Current.Sequence, (await elsewhere.Next()).Sequence);

        _under.Silo.Projects.Change(board => board with { Today = board.Today with { Incoming = 77 } });

        await here.Sees(board => board.Today.Incoming == 77);
        await elsewhere.Sees(board => board.Today.Incoming == 77);
        Assert.Equal(1, _under.Silo.Projects.Followers);
        GC.KeepAlive(here);
        GC.KeepAlive(elsewhere);
    }

    [Fact]
    public async Task Within_the_process_a_board_comes_as_the_very_object_that_the_project_made()
    {
        var here = await Follow(_under.Grains);

        _under.Silo.Projects.Change(board => board with { Today = board.Today with { Incoming = 77 } });

        Assert.Same(_under.Silo.Projects.Current, await here.Sees(board => board.Today.Incoming == 77));
    }

    [Fact]
    public async Task When_the_last_one_goes_nobody_follows_below_and_the_next_one_begins_anew()
    {
        var (first, second) = (await Follow(_under.Grains), await Follow(_under.Grains));
        var project = _under.Grains.Project(GrainsUnderTest.Project);
        await project.Unfollow(first.Reference);
        Assert.Equal(1, _under.Silo.Projects.Followers);
        await project.Unfollow(second.Reference);
        await Eventually.Holds(() => _under.Silo.Projects.Followers == 0);

        var third = await Follow(_under.Elsewhere);
        _under.Silo.Projects.Change(board => board with { Today = board.Today with { Incoming = 78 } });
        await third.Sees(board => board.Today.Incoming == 78);
    }

    [Fact]
    public async Task To_say_again_that_one_follows_brings_no_second_board()
    {
        var follower = await Follow(_under.Grains);
        await follower.Next();

        await _under.Grains.Project(GrainsUnderTest.Project).Follow(follower.Reference);
        _under.Silo.Projects.Change(board => board with { Today = board.Today with { Incoming = 79 } });

        // The first of the following, if it is another object than that of the beginning, then the change.
        await follower.Sees(board => board.Today.Incoming == 79);
        Assert.Equal(1, _under.Silo.Projects.Followers);
    }

    private static async Task<Follower> Follow(IGrainFactory grains)
    {
        var follower = new Follower();
        follower.Reference = grains.CreateObjectReference<IBoardObserver>(follower);
        await grains.Project(GrainsUnderTest.Project).Follow(follower.Reference);
        return follower;
    }

    private sealed class Follower : IBoardObserver
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
        private readonly Channel<BoardSnapshot> _boards = Channel.CreateUnbounded<BoardSnapshot>();

        public IBoardObserver Reference { get; set; } = null!;

        private BoardSnapshot? _last;

        public void OnBoard(BoardUpdate update)
        {
            _last = update.On(_last);
            _boards.Writer.TryWrite(_last ?? throw new InvalidOperationException("A step was lost."));
        }

        public async Task<BoardSnapshot> Next() => await _boards.Reader.ReadAsync().AsTask().WaitAsync(Patience);

        public async Task<BoardSnapshot> Sees(Func<BoardSnapshot, bool> what)
        {
            while (true)
            {
                if (await Next() is var board && what(board)) return board;
            }
        }
    }
}
