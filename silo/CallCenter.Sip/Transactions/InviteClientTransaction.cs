using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Transactions;

/// <summary>The INVITE client transaction (RFC 3261 §17.1.1, figure 5, with the Accepted state of RFC 6026 §7.2).</summary>
public sealed class InviteClientTransaction : ClientTransaction
{
    private int _timerA;
    private bool _cancelWanted;
    private bool _cancelSent;
    private bool _cancelSentUnheard;
    private string? _cancelReason;
    private byte[]? _ack;
    private byte[] _ackTag = [];
    private SipFlow _ackFlow;

    internal InviteClientTransaction(TransactionLayer layer, SipMessageWriter request, in SipFlow flow)
        : base(layer, request, in flow)
    {
    }

    /// <summary>
    /// Gives up the INVITE (RFC 3261 §9.1): the CANCEL leaves now, or as soon as a provisional response allows it, or never when a
    /// final response comes first. The outcome arrives as the final response, a 2xx included, or as a time-out. An INVITE that nothing
    /// was heard of is not sent again: it would only make a phone ring for nobody.
    /// </summary>
    /// <remarks>
    /// Deviation: over UDP the CANCEL leaves in its place after T1, though no provisional response came. Either the INVITE was lost, and
    /// then its CANCEL is answered with 481 and does no harm, or the response was, and then the phone would ring on for nobody.
    /// </remarks>
    /// <param name="reason">The value of the CANCEL's Reason header (RFC 3326); null for none.</param>
    public void Cancel(long nowMs, string? reason = null)
    {
        if (_cancelWanted)
        {
            return;
        }

        _cancelWanted = true;
        _cancelReason = reason;
        if (State == TransactionState.Proceeding)
        {
            SendCancel(nowMs);
        }
        else if (State == TransactionState.Calling && !SendFailed)
        {
            // What was sent last may be under way yet, and its answer has to find us.
            RetransmitAtMs = Flow.IsReliable ? long.MaxValue : nowMs + Timers.T1;
            EndAtMs = nowMs + Timers.TimerB;
            Arm();
        }
    }

    /// <summary>
    /// Sends the ACK for a 2xx and keeps it: repetitions of that 2xx are answered with the same bytes and not reported any more
    /// (RFC 3261 §13.2.2.4). Of several forks the first acknowledged is kept; 2xx of the others are always reported.
    /// </summary>
    public void Acknowledge(SipMessage response, SipMessageWriter ack, in SipFlow flow)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(ack);
        if (_ack is null)
        {
            _ack = ack.Written.ToArray();
            _ackTag = response.ToTag.ToArray();
            _ackFlow = flow;
            Settle(EndAtMs);
        }

        Layer.Transport.Send(flow, ack.Written);
    }

    /// <summary>Forgets a transaction that was restored although its request never left.</summary>
    public void GiveUp()
    {
        if (!IsTerminated)
        {
            Terminate();
        }
    }

    /// <summary>
    /// Goes on after a restart. Where nobody knows whether the peer has the INVITE, it is as if it had been sent just now: sent again when
    /// nothing is heard for a moment. A connection is not waited for: it died with the process.
    /// </summary>
    internal void Resume(bool isHeard, long nowMs)
    {
        State = isHeard ? TransactionState.Proceeding : TransactionState.Calling;
        _timerA = Timers.TimerA;
        EndAtMs = nowMs + (isHeard ? Timers.TimerC : Timers.TimerB);
        RetransmitAtMs = isHeard ? long.MaxValue : nowMs + (Flow.IsReliable ? 0 : _timerA);
        Arm();
    }

    internal override void OnResponse(SipMessage response, long nowMs)
    {
        switch (State)
        {
            case TransactionState.Calling or TransactionState.Proceeding when response.StatusCode < 200:
                OnProvisional(response, nowMs);
                break;
            case TransactionState.Calling or TransactionState.Proceeding when response.StatusCode < 300:
                State = TransactionState.Accepted;
                RetransmitAtMs = long.MaxValue;
                EndAtMs = nowMs + Timers.TimerM;
                Arm();
                Layer.Report(this, response, nowMs);
                break;
            case TransactionState.Calling or TransactionState.Proceeding:
                State = TransactionState.Completed;
                SendAck(response, nowMs);
                SettleFor(Timers.TimerD(Flow.IsReliable), nowMs);
                Layer.Report(this, response, nowMs);
                Context = null;
                break;
            case TransactionState.Completed when response.StatusCode >= 300 && _ack is not null:
                Transmit(_ack, nowMs);
                break;
            case TransactionState.Accepted when response.StatusCode is >= 200 and < 300:
                OnFurther2xx(response, nowMs);
                break;
        }
    }

    internal override void OnTimer(long nowMs)
    {
        if (_cancelWanted && !_cancelSent && !SendFailed && nowMs < EndAtMs)
        {
            _cancelSentUnheard = true;
            RetransmitAtMs = long.MaxValue;
            SendCancel(nowMs);
        }
        else
        {
            base.OnTimer(nowMs);
        }
    }

    private protected override void OnStarted(long nowMs)
    {
        State = TransactionState.Calling;
        _timerA = Timers.TimerA;
        RetransmitAtMs = Flow.IsReliable ? long.MaxValue : nowMs + _timerA;
        EndAtMs = nowMs + Timers.TimerB;
    }

    private protected override void OnRetransmit(long nowMs)
    {
        _timerA *= 2;
        RetransmitAtMs = Flow.IsReliable ? long.MaxValue : nowMs + _timerA;
    }

    private protected override void OnEnd(long nowMs)
    {
        if (State is TransactionState.Calling or TransactionState.Proceeding)
        {
            Fail(TransactionFailure.Timeout, nowMs);
        }
        else
        {
            Terminate();
        }
    }

    private void OnProvisional(SipMessage response, long nowMs)
    {
        State = TransactionState.Proceeding;
        RetransmitAtMs = long.MaxValue;
        if (!_cancelSent)
        {
            EndAtMs = nowMs + Timers.TimerC;
        }

        Arm();
        if (_cancelWanted && (!_cancelSent || _cancelSentUnheard))
        {
            // Also where one left before anything was heard: it may have overtaken the INVITE.
            _cancelSentUnheard = false;
            SendCancel(nowMs);
        }

        Layer.Report(this, response, nowMs);
    }

    /// <summary>RFC 3261 §9.1: without a final response 64*T1 after the CANCEL the INVITE counts as cancelled.</summary>
    private void SendCancel(long nowMs)
    {
        _cancelSent = true;
        EndAtMs = nowMs + Timers.TimerB;
        Arm();
        Layer.StartCancel(this, _cancelReason, nowMs);
    }

    private void SendAck(SipMessage response, long nowMs)
    {
        _ack = Layer.Writer.Ack(Request, response).Written.ToArray();
        Transmit(_ack, nowMs);
    }

    private void OnFurther2xx(SipMessage response, long nowMs)
    {
        if (_ack is not null && response.ToTag.SequenceEqual(_ackTag))
        {
            Layer.Transport.Send(_ackFlow, _ack);
        }
        else
        {
            Layer.Report(this, response, nowMs);
        }
    }
}
