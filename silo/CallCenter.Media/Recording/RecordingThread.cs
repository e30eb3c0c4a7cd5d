using System.Collections.Concurrent;

namespace CallCenter.Media.Recording;

/// <summary>
/// Writes all recordings of a host, so that a slow disk never holds up a packet. Between it and the media threads lies a bounded number of
/// blocks: when all are full, what comes is left out and its place in the file is silence of true length. Disposed of after the engines
/// that record with it.
/// </summary>
public sealed class RecordingThread : IDisposable
{
    private readonly ConcurrentQueue<RecordingBlock> _full = new();
    private readonly ConcurrentBag<RecordingBlock> _empty = [];
    private readonly AutoResetEvent _wakeUp = new(initialState: false);
    private readonly HashSet<RecordingFile> _open = [];
    private readonly IRecordingObserver _observer;
    private readonly Thread _thread;
    private readonly int _mostBlocks;
    private int _blocks;
    private volatile bool _isStopping;

    /// <param name="mostBlocks">Of 6.4 KB, made when needed; a recording needs ten a second, so 4,096 are a second of 400.</param>
    public RecordingThread(IRecordingObserver observer, int mostBlocks = 4_096)
    {
        _observer = observer;
        _mostBlocks = mostBlocks;
        _thread = new Thread(Run) { IsBackground = true, Name = "recordings" };
    }

    public void Start() => _thread.Start();

    /// <summary>Writes what is there and closes the files as they are; recordings that were not ended can be gone on with.</summary>
    public void Dispose()
    {
        _isStopping = true;
        _wakeUp.Set();
        if (_thread.IsAlive)
        {
            _thread.Join();
        }

        foreach (var file in _open)
        {
            file.Abandon();
        }

        _wakeUp.Dispose();
    }

    /// <summary>
    /// A file that a process left when it died, and nothing more comes for it: it is listened to as it is, and its end told.
    /// </summary>
    public void Finish(RecordingSetup setup)
    {
        Enqueue(new RecordingBlock { File = Open(setup), IsLast = true });
        WakeUp();
    }

    internal RecordingFile Open(RecordingSetup setup) => new(setup, _observer);

    /// <summary>An empty block; null at the bound.</summary>
    internal RecordingBlock? Rent()
    {
        if (_empty.TryTake(out var block))
        {
            return block;
        }

        if (Interlocked.Increment(ref _blocks) <= _mostBlocks)
        {
            return new RecordingBlock();
        }

        Interlocked.Decrement(ref _blocks);
        return null;
    }

    /// <summary>Hands a block over; <see cref="WakeUp"/> says when to look.</summary>
    internal void Enqueue(RecordingBlock block) => _full.Enqueue(block);

    internal void WakeUp() => _wakeUp.Set();

    private void Run()
    {
        while (!_isStopping)
        {
            _wakeUp.WaitOne();
            Drain();
        }
    }

    private void Drain()
    {
        while (_full.TryDequeue(out var block))
        {
            var file = block.File!;
            _open.Add(file);
            file.Write(block);
            if (block.IsLast)
            {
                _open.Remove(file);
            }

            block.File = null;
            _empty.Add(block);
        }
    }
}
