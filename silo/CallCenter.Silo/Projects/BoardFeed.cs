using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CallCenter.Abstractions.Board;

namespace CallCenter.Silo.Projects;

/// <summary>
/// Hands the newest board to everyone who follows it. All followers share one snapshot; between two snapshots lie at least
/// <see cref="SpacingMs"/>, and the first change after a quiet time is shown at once. A slow reader skips states, he never lags.
/// </summary>
internal sealed class BoardFeed(Func<long, BoardSnapshot> take)
{
    public const long SpacingMs = 40;

    private readonly List<Channel<BoardSnapshot>> _followers = [];
    private long _lastTaken;
    private bool _changed;

    /// <summary>When the next snapshot has to be taken; only when something changed and somebody follows.</summary>
    public long NextDue => _changed && _followers.Count > 0 ? _lastTaken + SpacingMs : long.MaxValue;

    /// <summary>Something changed. Inside the loop.</summary>
    public void Change() => _changed = true;

    /// <summary>Shows a change if the spacing allows it. Inside the loop, after the change is written.</summary>
    public void Show(long now)
    {
        if (NextDue > now)
        {
            return;
        }

        var board = Take(now);
        foreach (var follower in _followers)
        {
            Give(follower, board);
        }
    }

    /// <summary>Adds a follower, who gets the board as it is now. Inside the loop.</summary>
    public Channel<BoardSnapshot> Add(long now)
    {
        var follower = Channel.CreateBounded<BoardSnapshot>(new BoundedChannelOptions(1)
        {
            FullMode = BoundedChannelFullMode.DropOldest,
            SingleWriter = true,
            AllowSynchronousContinuations = false,
        });
        _changed = true;
        _followers.Add(follower);
        if (NextDue > now)
        {
            // Within the spacing: he sees the board now, the others and he again when it is over.
            follower.Writer.TryWrite(take(now));
        }
        else
        {
            Show(now);
        }

        return follower;
    }

    public bool Remove(Channel<BoardSnapshot> follower) => _followers.Remove(follower);

    /// <summary>Ends all streams: the silo stops.</summary>
    public void Close()
    {
        foreach (var follower in _followers)
        {
            follower.Writer.TryComplete();
        }

        _followers.Clear();
    }

    /// <summary>What a follower reads, outside the loop.</summary>
    public static async IAsyncEnumerable<BoardSnapshot> Read(
        Channel<BoardSnapshot> follower, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await follower.Reader.WaitToReadAsync(cancellation).ConfigureAwait(false))
        {
            while (follower.Reader.TryRead(out var board))
            {
                yield return board;
            }
        }
    }

    // Who has not read the last one yet gets this one in its place; the oldest change that is new to him is the one that he missed.
    private static void Give(Channel<BoardSnapshot> follower, BoardSnapshot board) =>
        follower.Writer.TryWrite(follower.Reader.TryRead(out var unread) ? board with { OldestChangeAt = unread.OldestChangeAt } : board);

    private BoardSnapshot Take(long now)
    {
        _lastTaken = now;
        _changed = false;
        return take(now);
    }
}
