namespace CallCenter.Sip.Transactions;

/// <summary>
/// A binary heap of transactions by due time. Each transaction stands in it once and knows its position, so moving and removing
/// a timer leaves nothing behind.
/// </summary>
internal sealed class TimerHeap
{
    private SipTransaction[] _items = new SipTransaction[64];
    private int _count;

    public long NextDueMs => _count == 0 ? long.MaxValue : _items[0].DueMs;

    public SipTransaction First => _items[0];

    /// <summary>Adds, moves, or with <see cref="long.MaxValue"/> removes.</summary>
    public void Schedule(SipTransaction transaction, long dueMs)
    {
        if (dueMs == long.MaxValue)
        {
            Remove(transaction);
            return;
        }

        var index = transaction.HeapIndex;
        if (index < 0)
        {
            if (_count == _items.Length)
            {
                Array.Resize(ref _items, _count * 2);
            }

            index = _count++;
            transaction.DueMs = dueMs;
            SiftUp(transaction, index);
            return;
        }

        var earlier = dueMs < transaction.DueMs;
        transaction.DueMs = dueMs;
        if (earlier)
        {
            SiftUp(transaction, index);
        }
        else
        {
            SiftDown(transaction, index);
        }
    }

    public void Remove(SipTransaction transaction)
    {
        var index = transaction.HeapIndex;
        if (index < 0)
        {
            return;
        }

        transaction.HeapIndex = -1;
        var last = _items[--_count];
        _items[_count] = null!;
        if (ReferenceEquals(last, transaction))
        {
            return;
        }

        SiftUp(last, index);
        SiftDown(last, last.HeapIndex);
    }

    private void SiftUp(SipTransaction item, int index)
    {
        while (index > 0)
        {
            var parent = (index - 1) / 2;
            if (_items[parent].DueMs <= item.DueMs)
            {
                break;
            }

            Place(_items[parent], index);
            index = parent;
        }

        Place(item, index);
    }

    private void SiftDown(SipTransaction item, int index)
    {
        while (true)
        {
            var child = (2 * index) + 1;
            if (child >= _count)
            {
                break;
            }

            if (child + 1 < _count && _items[child + 1].DueMs < _items[child].DueMs)
            {
                child++;
            }

            if (_items[child].DueMs >= item.DueMs)
            {
                break;
            }

            Place(_items[child], index);
            index = child;
        }

        Place(item, index);
    }

    private void Place(SipTransaction item, int index)
    {
        _items[index] = item;
        item.HeapIndex = index;
    }
}
