using CallCenter.Abstractions;

namespace CallCenter.Journal.Segments;

/// <summary>Turns of one project that were written one after the other.</summary>
internal readonly record struct AppendedTurns(ProjectId Project, long First, long Last);

/// <summary>
/// What is where in the journal: the segments in order and the newest sequence of every project. The one place where writer and
/// readers meet; everything in it is guarded by one lock that is held for microseconds and never during I/O.
/// </summary>
internal sealed class JournalIndex
{
    private readonly Lock _lock = new();
    private readonly List<JournalSegment> _segments = [];
    private readonly Dictionary<ProjectId, Head> _heads = [];
    private JournalSegment? _synced;
    private TaskCompletionSource? _waiter;

    /// <summary>A project's newest readable turn.</summary>
    private sealed class Head
    {
        public long Newest;
    }

    public IReadOnlyList<ProjectId> Projects
    {
        get
        {
            lock (_lock)
            {
                return [.. _heads.Where(head => head.Value.Newest > 0).Select(head => head.Key)];
            }
        }
    }

    public long Total
    {
        get
        {
            lock (_lock)
            {
                return Sum();
            }
        }
    }

    public IReadOnlyList<(JournalSegment Segment, long Length)> Segments
    {
        get
        {
            lock (_lock)
            {
                return [.. _segments.Select(segment => (segment, segment.Length))];
            }
        }
    }

    public long Newest(ProjectId project)
    {
        lock (_lock)
        {
            return _heads.TryGetValue(project, out var head) ? head.Newest : 0;
        }
    }

    public Dictionary<ProjectId, long> Heads()
    {
        lock (_lock)
        {
            return _heads.ToDictionary(head => head.Key, head => head.Value.Newest);
        }
    }

    public void Add(JournalSegment segment)
    {
        lock (_lock)
        {
            _segments.Add(segment);
        }
    }

    /// <summary>A head known from the beginning of a segment.</summary>
    public void SetHead(ProjectId project, long newest)
    {
        lock (_lock)
        {
            HeadOf(project).Newest = newest;
        }
    }

    /// <summary>Makes written turns readable and wakes who waits for them.</summary>
    public void Publish(JournalSegment segment, long bytes, List<AppendedTurns> turns)
    {
        TaskCompletionSource? woken;
        lock (_lock)
        {
            segment.Length += bytes;
            foreach (var (project, first, last) in turns)
            {
                segment.Extend(project, first, last);
                HeadOf(project).Newest = last;
            }
            woken = _waiter;
            _waiter = null;
        }
        woken?.TrySetResult();
    }

    /// <summary>Completes at the next change; null when there are more events already.</summary>
    public Task? Change(long events)
    {
        lock (_lock)
        {
            if (Sum() > events)
            {
                return null;
            }
            _waiter ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _waiter.Task;
        }
    }

    /// <summary>
    /// The first segment, from <paramref name="from"/> on, that holds turns of the project after the sequence, with its readable length.
    /// </summary>
    public (JournalSegment Segment, long Length)? Find(ProjectId project, long afterSequence, JournalSegment? from)
    {
        lock (_lock)
        {
            foreach (var segment in _segments)
            {
                if ((from is null || segment.FirstPosition >= from.FirstPosition)
                    && segment.Ranges.TryGetValue(project, out var range) && range.Last > afterSequence)
                {
                    return (segment, segment.Length);
                }
            }
            return null;
        }
    }

    /// <summary>
    /// Takes out the oldest segments in which no project has anything after its given sequence; never the newest segment.
    /// </summary>
    public IReadOnlyList<JournalSegment> Trim(IReadOnlyDictionary<ProjectId, long> upTo)
    {
        lock (_lock)
        {
            var count = _segments.Take(_segments.Count - 1).TakeWhile(segment => IsCovered(segment, upTo)).Count();
            var trimmed = _segments.GetRange(0, count);
            _segments.RemoveRange(0, count);
            return trimmed;
        }
    }

    /// <summary>The segments that may hold bytes which are not yet on the disk, oldest first.</summary>
    public IReadOnlyList<JournalSegment> Unsynced()
    {
        lock (_lock)
        {
            return [.. _segments.Where(segment => _synced is null || segment.FirstPosition >= _synced.FirstPosition)];
        }
    }

    public void Synced(JournalSegment upTo)
    {
        lock (_lock)
        {
            _synced = upTo;
        }
    }

    private static bool IsCovered(JournalSegment segment, IReadOnlyDictionary<ProjectId, long> upTo) =>
        segment.Ranges.All(range => upTo.TryGetValue(range.Key, out var covered) && range.Value.Last <= covered);

    private long Sum()
    {
        var sum = 0L;
        foreach (var head in _heads.Values)
        {
            sum += head.Newest;
        }
        return sum;
    }

    private Head HeadOf(ProjectId project)
    {
        if (!_heads.TryGetValue(project, out var head))
        {
            _heads.Add(project, head = new Head());
        }
        return head;
    }
}
