using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Transactions;

/// <summary>A request of ours and its responses (RFC 3261 §17.1).</summary>
public abstract class ClientTransaction : SipTransaction
{
    private byte[]? _requestBytes;
    private SipMessage? _request;

    private protected ClientTransaction(TransactionLayer layer, SipMessageWriter request, in SipFlow flow)
        : base(layer, in flow)
    {
        Method = request.Method;
        Branch = request.Branch;
        _requestBytes = request.Written.ToArray();
    }

    public SipMethod Method { get; }

    public SipBranch Branch { get; }

    /// <summary>The request, parsed when first asked for; gone once the transaction is settled.</summary>
    public SipMessage Request => _request ??= SipParser.TryParse(_requestBytes, out var request, out var error)
        ? request! : throw new InvalidOperationException($"The request is settled or malformed: {error.Reason}.");

    internal ulong Key => KeyOf(Branch, Method);

    /// <summary>A CANCEL has the branch of its INVITE and yet is a transaction of its own (RFC 3261 §9.1).</summary>
    internal static ulong KeyOf(SipBranch branch, SipMethod method) => method == SipMethod.Cancel ? ~branch.Value : branch.Value;

    internal void Start(long nowMs)
    {
        OnStarted(nowMs);
        Arm();
        SendRequest(nowMs);
    }

    internal abstract void OnResponse(SipMessage response, long nowMs);

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
        else
        {
            OnRetransmit(nowMs);
            Arm();
            SendRequest(nowMs);
        }
    }

    /// <summary>
    /// Deviation: when the ACK of a final response cannot be sent, figure 5 informs the user once more; it has the outcome already,
    /// so the transaction just ends.
    /// </summary>
    internal void Fail(TransactionFailure failure, long nowMs)
    {
        var decided = State is TransactionState.Completed or TransactionState.Accepted;
        Terminate();
        if (!decided)
        {
            Layer.ReportFailure(this, failure, nowMs);
        }
    }

    internal override void Terminate()
    {
        State = TransactionState.Terminated;
        Layer.Forget(this);
    }

    private protected override void LetGo()
    {
        _requestBytes = null;
        _request = null;
    }

    private protected abstract void OnStarted(long nowMs);

    private protected abstract void OnRetransmit(long nowMs);

    private protected abstract void OnEnd(long nowMs);

    private protected void SendRequest(long nowMs) => Transmit(_requestBytes, nowMs);
}
