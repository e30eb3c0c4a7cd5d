using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Transactions;

/// <summary>The non-INVITE client transaction (RFC 3261 §17.1.2, figure 6).</summary>
public sealed class NonInviteClientTransaction : ClientTransaction
{
    private int _timerE;

    internal NonInviteClientTransaction(TransactionLayer layer, SipMessageWriter request, in SipFlow flow)
        : base(layer, request, in flow)
    {
    }

    internal override void OnResponse(SipMessage response, long nowMs)
    {
        if (State is not (TransactionState.Trying or TransactionState.Proceeding))
        {
            return;
        }

        if (response.StatusCode >= 200)
        {
            State = TransactionState.Completed;
            SettleFor(Timers.TimerK(Flow.IsReliable), nowMs);
        }
        else
        {
            State = TransactionState.Proceeding;
        }

        Layer.Report(this, response, nowMs);
        if (State == TransactionState.Completed)
        {
            Context = null;
        }
    }

    private protected override void OnStarted(long nowMs)
    {
        State = TransactionState.Trying;
        _timerE = Timers.TimerE;
        RetransmitAtMs = Flow.IsReliable ? long.MaxValue : nowMs + _timerE;
        EndAtMs = nowMs + Timers.TimerF;
    }

    private protected override void OnRetransmit(long nowMs)
    {
        _timerE = State == TransactionState.Proceeding ? Timers.T2 : Math.Min(_timerE * 2, Timers.T2);
        RetransmitAtMs = nowMs + _timerE;
    }

    private protected override void OnEnd(long nowMs)
    {
        if (State == TransactionState.Completed)
        {
            Terminate();
        }
        else
        {
            Fail(TransactionFailure.Timeout, nowMs);
        }
    }
}
