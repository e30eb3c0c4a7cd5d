using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Grains;

namespace CallCenter.Web.Live;

/// <summary>
/// Follows the board of a project through its grain: once subscribed it gets the board now and after every change, conflated: a slow reader
/// gets the newest state, never a backlog. The subscription is renewed as long as somebody reads, and ends with him. Thread-safe.
/// </summary>
public sealed class BoardSource(IGrainFactory grains, TimeProvider time)
{
    /// <summary>Ends by an exception when the silo cannot be reached any more; whoever wants to go on follows anew.</summary>
    public async IAsyncEnumerable<BoardSnapshot> Follow(
        ProjectId project, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var grain = grains.Project(project);
        var reader = new Reader();
        var reference = grains.CreateObjectReference<IBoardObserver>(reader);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var renewing = Task.CompletedTask;
        try
        {
            await grain.Follow(reference);
            renewing = Renew(grain, reference, reader, ended.Token);
            await foreach (var board in reader.Boards.ReadAllAsync(cancellation))
            {
                yield return board;
            }
        }
        finally
        {
            await ended.CancelAsync();
            await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await grain.Unfollow(reference).AsTask().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            grains.DeleteObjectReference<IBoardObserver>(reference);
            GC.KeepAlive(reader); // the grains know it by a weak reference
        }
    }

    private async Task Renew(IProjectGrain grain, IBoardObserver reference, Reader reader, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(BoardFollowing.RenewEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                await grain.Follow(reference);
            }
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            reader.Break(failure);
        }
    }

    private sealed class Reader : IBoardObserver
    {
        private readonly Channel<BoardSnapshot> _boards = Channel.CreateBounded<BoardSnapshot>(new BoundedChannelOptions(1)
        {
            FullMode = BoundedChannelFullMode.DropOldest,
            SingleReader = true,
        });

        public ChannelReader<BoardSnapshot> Boards => _boards.Reader;

        private BoardSnapshot? _last;

        public void OnBoard(BoardUpdate update)
        {
            _last = update.On(_last);
            if (_last is null)
            {
                Break(new InvalidOperationException("A step of the board was lost on the way."));
                return;
            }

            // Whoever has not read the last one yet gets this one in its place; the oldest change that is new to him is the one that he
            // missed.
            _boards.Writer.TryWrite(
                _boards.Reader.TryRead(out var unread) ? _last with { OldestChangeAt = unread.OldestChangeAt } : _last);
        }

        public void Break(Exception failure) => _boards.Writer.TryComplete(failure);
    }
}
