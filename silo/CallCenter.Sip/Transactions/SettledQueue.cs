namespace CallCenter.Sip.Transactions;

/// <summary>
/// Settled transactions that all wait equally long for repetitions, in the order they end. Tens of thousands wait here on a busy
/// server, so they are kept out of the timer heap, and they end in groups: whether one absorbs for 32.0 or 32.4 s matters to nobody,
/// a wake-up of the timer thread for each of them took a twelfth of all CPU at 800 calls a second.
/// </summary>
internal sealed class SettledQueue(int togetherMs)
{
    private readonly Queue<(SipTransaction Transaction, long EndMs)> _waiting = new();

    /// <summary>When the next group ends; <see cref="long.MaxValue"/> for not at all.</summary>
    public long NextDueMs =>
        _waiting.TryPeek(out var first) ? (first.EndMs + togetherMs - 1) / togetherMs * togetherMs : long.MaxValue;

    /// <summary>One that ends before its predecessors ends with them.</summary>
    public void Add(SipTransaction transaction, long endMs) => _waiting.Enqueue((transaction, endMs));

    public void EndDue(long nowMs)
    {
        while (_waiting.TryPeek(out var first) && first.EndMs <= nowMs)
        {
            _waiting.Dequeue();
            if (!first.Transaction.IsTerminated)
            {
                first.Transaction.Terminate();
            }
        }
    }
}
