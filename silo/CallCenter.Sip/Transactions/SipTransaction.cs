namespace CallCenter.Sip.Transactions;

/// <summary>
/// What the four machines share: where they send, their state, and their place in the layer's timer heap. A base class, not a
/// part, so that a transaction is one object. Never used after <see cref="TransactionState.Terminated"/>.
/// </summary>
public abstract class SipTransaction
{
    private protected SipTransaction(TransactionLayer layer, in SipFlow flow)
    {
        Layer = layer;
        Flow = flow;
    }

    /// <summary>Where requests of a client, responses of a server go.</summary>
    public SipFlow Flow { get; private protected set; }

    public TransactionState State { get; private protected set; }

    /// <summary>
    /// Free for the transaction user: whatever it needs to find again. Let go of when the outcome is reported, except of an INVITE
    /// accepted by the peer: further forks may answer it for half a minute, its user clears it when that does not matter any more.
    /// </summary>
    public object? Context { get; set; }

    public bool IsTerminated => State == TransactionState.Terminated;

    internal TransactionLayer Layer { get; }

    /// <summary>When <see cref="OnTimer"/> has to be called; kept by <see cref="TimerHeap"/>.</summary>
    internal long DueMs { get; set; }

    /// <summary>Position in the timer heap, -1 outside.</summary>
    internal int HeapIndex { get; set; } = -1;

    private protected SipTimers Timers => Layer.Options.Timers;

    /// <summary>The next retransmission (Timer A, E, G or of a 2xx).</summary>
    private protected long RetransmitAtMs { get; set; } = long.MaxValue;

    /// <summary>The end of the present state (Timer B, C, D, F, H, I, J, K, L or M).</summary>
    private protected long EndAtMs { get; set; } = long.MaxValue;

    /// <summary>The transport refused a message; the next timer turn reports it, never the call that sends.</summary>
    private protected bool SendFailed { get; private set; }

    internal abstract void OnTimer(long nowMs);

    /// <summary>Leaves the layer's tables and timers.</summary>
    internal abstract void Terminate();

    private protected void Transmit(ReadOnlySpan<byte> message, long nowMs)
    {
        if (!Layer.Transport.Send(Flow, message) && !IsTerminated)
        {
            SendFailed = true;
            RetransmitAtMs = long.MaxValue;
            EndAtMs = nowMs;
            Arm();
        }
    }

    /// <summary>
    /// No more retransmissions of our own: until the end of the state, 0 meaning at once, the transaction only absorbs repetitions of
    /// the peer.
    /// </summary>
    private protected void SettleFor(int milliseconds, long nowMs)
    {
        if (milliseconds == 0)
        {
            Terminate();
        }
        else if (!SendFailed)
        {
            Settle(nowMs + milliseconds, milliseconds == Timers.T4 ? Layer.SettledBriefly : Layer.SettledLong);
        }
    }

    /// <summary>The same until this time, which lies about 64*T1 ahead.</summary>
    private protected void Settle(long endMs) => Settle(endMs, Layer.SettledLong);

    private void Settle(long endMs, SettledQueue queue)
    {
        RetransmitAtMs = EndAtMs = long.MaxValue;
        Arm();
        queue.Add(this, endMs);
        LetGo();
    }

    /// <summary>Drops everything but what absorbing needs.</summary>
    private protected abstract void LetGo();

    private protected void Arm() => Layer.Timers.Schedule(this, Math.Min(RetransmitAtMs, EndAtMs));
}
