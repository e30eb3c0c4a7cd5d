namespace CallCenter.Engine;

/// <summary>Whose deadline it is; the order in which equal times are served.</summary>
internal enum DeadlineKind : byte { Call, Employee, Phone, Midnight }

/// <summary>The earliest moment at which its owner changes by itself. At most one per owner.</summary>
internal sealed class Deadline(DeadlineKind kind, long number, string key, object owner)
{
    public DeadlineKind Kind => kind;
    public long Number => number;
    public string Key => key;
    public object Owner => owner;
    public long Due { get; set; }
    public int Slot { get; set; } = -1;

    public bool Precedes(Deadline other)
    {
        if (Due != other.Due) return Due < other.Due;
        if (Kind != other.Kind) return Kind < other.Kind;
        return Number != other.Number ? Number < other.Number : string.CompareOrdinal(Key, other.Key) < 0;
    }
}

/// <summary>
/// All deadlines of a project, earliest first: a binary heap whose entries know their slot, so that a deadline that moved or fell away
/// leaves nothing behind. Derived from state; equal times come in a fixed order (kind, key), never in the order of insertion.
/// </summary>
internal sealed class Deadlines
{
    private Deadline[] _heap = new Deadline[64];
    private int _count;

    public Deadline? Earliest => _count == 0 ? null : _heap[0];

    public void Set(Deadline deadline, long? due)
    {
        if (due is null)
        {
            Remove(deadline);
            return;
        }
        if (deadline.Slot >= 0 && deadline.Due == due) return;
        deadline.Due = due.Value;
        if (deadline.Slot < 0)
        {
            if (_count == _heap.Length) Array.Resize(ref _heap, _count * 2);
            Place(deadline, _count++);
        }
        SiftUp(deadline);
        SiftDown(deadline);
    }

    public void Remove(Deadline deadline)
    {
        int slot = deadline.Slot;
        if (slot < 0) return;
        deadline.Slot = -1;
        var last = _heap[--_count];
        _heap[_count] = null!;
        if (last == deadline) return;
        Place(last, slot);
        SiftUp(last);
        SiftDown(last);
    }

    /// <summary>Adds the owners of all that are due by this time, in no order; they stay due.</summary>
    public void AddDue(long now, List<object> owners, int slot = 0)
    {
        if (slot >= _count || _heap[slot].Due > now) return;
        owners.Add(_heap[slot].Owner);
        AddDue(now, owners, (2 * slot) + 1);
        AddDue(now, owners, (2 * slot) + 2);
    }

    private void SiftUp(Deadline deadline)
    {
        while (deadline.Slot > 0)
        {
            var parent = _heap[(deadline.Slot - 1) / 2];
            if (!deadline.Precedes(parent)) return;
            Swap(deadline, parent);
        }
    }

    private void SiftDown(Deadline deadline)
    {
        while (true)
        {
            int child = (2 * deadline.Slot) + 1;
            if (child >= _count) return;
            if (child + 1 < _count && _heap[child + 1].Precedes(_heap[child])) child++;
            if (!_heap[child].Precedes(deadline)) return;
            Swap(_heap[child], deadline);
        }
    }

    private void Swap(Deadline rising, Deadline sinking)
    {
        int slot = rising.Slot;
        Place(rising, sinking.Slot);
        Place(sinking, slot);
    }

    private void Place(Deadline deadline, int slot)
    {
        _heap[slot] = deadline;
        deadline.Slot = slot;
    }
}
