using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Transactions;

/// <summary>The non-INVITE server transaction (RFC 3261 §17.2.2, figure 8).</summary>
public sealed class NonInviteServerTransaction : ServerTransaction
{
    internal NonInviteServerTransaction(TransactionLayer layer, SipMessage request, SipTag localTag, in ServerTransactionKey key)
        : base(layer, request, localTag, in key)
    {
        State = TransactionState.Trying;
    }

    /// <summary>
    /// Deviation: figure 8 leaves an unanswered request in Trying for ever. By 64*T1 the client's Timer F has fired, so nobody
    /// waits for the response any more and the transaction ends.
    /// </summary>
    internal void Start(long nowMs)
    {
        EndAtMs = nowMs + Timers.TimerF;
        Arm();
    }

    internal override void OnRequest(SipMessage request, long nowMs)
    {
        if (State is TransactionState.Proceeding or TransactionState.Completed && LastResponse is not null)
        {
            Transmit(LastResponse, nowMs);
        }
    }

    internal override void OnTimer(long nowMs)
    {
        if (SendFailed)
        {
            Fail(TransactionFailure.TransportError, nowMs);
        }
        else
        {
            Terminate();
        }
    }

    private protected override void OnRespond(int statusCode, ReadOnlySpan<byte> response, long nowMs)
    {
        if (State is not (TransactionState.Trying or TransactionState.Proceeding))
        {
            return;
        }

        LastResponse = response.ToArray();
        if (statusCode < 200)
        {
            State = TransactionState.Proceeding;
        }
        else
        {
            State = TransactionState.Completed;
            SettleFor(Timers.TimerJ(Flow.IsReliable), nowMs);
            Context = null;
        }

        Transmit(LastResponse, nowMs);
    }
}
