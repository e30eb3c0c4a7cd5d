using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Transactions;

/// <summary>
/// The INVITE server transaction (RFC 3261 §17.2.1, figure 7, with the Accepted state of RFC 6026 §7.1). In Accepted it also
/// does the core's part of RFC 3261 §13.3.1.4: it repeats the 2xx until the ACK comes.
/// </summary>
public sealed class InviteServerTransaction : ServerTransaction
{
    private int _interval;
    private bool _acknowledged;

    internal InviteServerTransaction(TransactionLayer layer, SipMessage request, SipTag localTag, in ServerTransactionKey key)
        : base(layer, request, localTag, in key)
    {
        State = TransactionState.Proceeding;
    }

    /// <summary>It is the ACK of the 2xx sent (RFC 3261 §13.2.2.4), or a repetition of it.</summary>
    internal bool IsAckedBy(SipMessage ack) => CSeq == ack.CSeq && (_acknowledged || Request.CallId.SequenceEqual(ack.CallId));

    internal void Start(long nowMs)
    {
        var tryingAfter = Layer.Options.TryingAfterMs;
        if (tryingAfter == 0)
        {
            Respond(100, nowMs);
        }
        else if (tryingAfter > 0)
        {
            RetransmitAtMs = nowMs + tryingAfter;
            Arm();
        }
    }

    /// <summary>
    /// After a restart: this response was sent before, as far as anybody knows. It is sent only when the peer repeats its INVITE; a 2xx
    /// counts as acknowledged, and repetitions are absorbed.
    /// </summary>
    public void Remember(SipMessageWriter response, long nowMs)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.StatusCode is >= 200 and < 300)
        {
            State = TransactionState.Accepted;
            _acknowledged = true;
            SettleFor(Timers.TimerL, nowMs);
            return;
        }

        LastResponse = response.Written.ToArray();
        if (response.StatusCode >= 300)
        {
            State = TransactionState.Completed;
            EndAtMs = nowMs + Timers.TimerH;
            Arm();
        }
    }

    /// <summary>The next responses are in another dialog than those before; after the final one nothing changes any more.</summary>
    public void GoOnWith(SipTag localTag) => LocalTag = State == TransactionState.Proceeding ? localTag : LocalTag;

    /// <summary>Sends the last provisional response once more.</summary>
    public void Repeat(long nowMs)
    {
        if (State == TransactionState.Proceeding && LastResponse is not null)
        {
            Transmit(LastResponse, nowMs);
        }
    }

    /// <summary>The user knows without an ACK that the peer has the 2xx.</summary>
    public void StopRepeating(long nowMs)
    {
        if (State == TransactionState.Accepted && !_acknowledged)
        {
            _acknowledged = true;
            LastResponse = null;
            SettleFor(Timers.TimerL, nowMs);
        }
    }

    internal override void OnRequest(SipMessage request, long nowMs)
    {
        if (request.Method == SipMethod.Ack)
        {
            OnAck(request, nowMs);
        }
        else if (State is TransactionState.Proceeding or TransactionState.Completed && LastResponse is not null)
        {
            Transmit(LastResponse, nowMs);
        }
    }

    /// <summary>The ACK of a 2xx, which the layer found by dialog, or of another final response.</summary>
    internal void OnAck(SipMessage ack, long nowMs)
    {
        if (State == TransactionState.Completed)
        {
            State = TransactionState.Confirmed;
            LastResponse = null;
            Context = null;
            SettleFor(Timers.TimerI(Flow.IsReliable), nowMs);
        }
        else if (State == TransactionState.Accepted && !_acknowledged)
        {
            _acknowledged = true;
            LastResponse = null;
            SettleFor(Timers.TimerL, nowMs);
            Layer.ReportAck(this, ack, nowMs);
            Context = null;
        }
    }

    internal override void OnTimer(long nowMs)
    {
        if (SendFailed)
        {
            Fail(TransactionFailure.TransportError, nowMs);
        }
        else if (nowMs >= EndAtMs)
        {
            OnEnd(nowMs);
        }
        else if (State == TransactionState.Proceeding)
        {
            RetransmitAtMs = long.MaxValue;
            Respond(100, nowMs);
        }
        else
        {
            _interval = Math.Min(_interval * 2, Timers.T2);
            RetransmitAtMs = nowMs + _interval;
            Arm();
            Transmit(LastResponse, nowMs);
        }
    }

    private protected override void OnRespond(int statusCode, ReadOnlySpan<byte> response, long nowMs)
    {
        if (State != TransactionState.Proceeding)
        {
            return;
        }

        LastResponse = response.ToArray();
        RetransmitAtMs = long.MaxValue;
        if (statusCode < 200)
        {
            Arm();
        }
        else
        {
            // Timer H and Timer L last equally long; a 2xx is repeated over reliable transports too (§13.3.1.4).
            State = statusCode < 300 ? TransactionState.Accepted : TransactionState.Completed;
            _interval = Timers.TimerG;
            EndAtMs = nowMs + (State == TransactionState.Accepted ? Timers.TimerL : Timers.TimerH);
            RetransmitAtMs = State == TransactionState.Accepted || !Flow.IsReliable ? nowMs + _interval : long.MaxValue;
            Arm();
            if (State == TransactionState.Accepted)
            {
                Layer.AwaitAck(this);
            }
        }

        Transmit(LastResponse, nowMs);
    }

    private void OnEnd(long nowMs)
    {
        var ackMissing = State == TransactionState.Completed || (State == TransactionState.Accepted && !_acknowledged);
        if (ackMissing)
        {
            Fail(TransactionFailure.AckMissing, nowMs);
        }
        else
        {
            Terminate();
        }
    }
}
