using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Transactions;

/// <summary>A peer's request and our responses (RFC 3261 §17.2).</summary>
public abstract class ServerTransaction : SipTransaction
{
    private SipMessage? _request;

    private protected ServerTransaction(TransactionLayer layer, SipMessage request, SipTag localTag, in ServerTransactionKey key)
        : base(layer, ResponseRouting.Destination(request))
    {
        _request = request;
        Method = request.Method;
        CSeq = request.CSeq;
        LocalTag = localTag;
        Key = key.Keep();
    }

    public SipMethod Method { get; }

    public uint CSeq { get; }

    /// <summary>The request, until the transaction is settled: a user that needs it longer keeps it himself.</summary>
    public SipMessage Request => _request ?? throw new InvalidOperationException("The transaction is settled, its request is gone.");

    /// <summary>
    /// The To tag for responses: the request's own when it has one of ours (in a dialog), else a fresh one. Each dialog that an INVITE
    /// makes before its answer has its own (RFC 3261 §12.1.2).
    /// </summary>
    public SipTag LocalTag { get; private protected set; }

    internal ServerTransactionKey Key { get; }

    /// <summary>The last response sent, for retransmissions.</summary>
    private protected byte[]? LastResponse { get; set; }

    /// <summary>
    /// Begins a response in the writer, with the To tag; add headers, end it, then <see cref="Respond(SipMessageWriter, long)"/>.
    /// </summary>
    public SipMessageWriter Begin(SipMessageWriter writer, int statusCode, string? reasonPhrase = null)
    {
        ArgumentNullException.ThrowIfNull(writer);

        // Settled: whatever is composed will be ignored, so a beginning is enough.
        return _request is null
            ? writer.StatusLine(statusCode, reasonPhrase)
            : writer.Response(_request, statusCode, LocalTag, reasonPhrase);
    }

    /// <summary>Sends the response composed in the writer. Ignored once the state no longer allows it (a final was sent).</summary>
    public void Respond(SipMessageWriter response, long nowMs)
    {
        ArgumentNullException.ThrowIfNull(response);
        OnRespond(response.StatusCode, response.Written, nowMs);
    }

    /// <summary>Sends a response without further headers and body.</summary>
    public void Respond(int statusCode, long nowMs, string? reasonPhrase = null) =>
        Respond(Begin(Layer.Writer, statusCode, reasonPhrase).End(), nowMs);

    /// <summary>The same request again, or for INVITE its ACK.</summary>
    internal abstract void OnRequest(SipMessage request, long nowMs);

    /// <summary>Responses go this way from now on: the peer is known to be there.</summary>
    public void MoveTo(in SipFlow flow)
    {
        if (!IsTerminated)
        {
            Layer.Unwatch(this);
            Flow = flow;
            Layer.Watch(this);
        }
    }

    /// <summary>The connection it came over is gone; a final response that nobody acknowledged yet leaves once more.</summary>
    internal void LoseConnection(long nowMs)
    {
        if (_request is null)
        {
            return;
        }

        var way = ResponseRouting.WithoutConnection(_request);
        if (way != Flow)
        {
            MoveTo(in way);
            if (State == TransactionState.Completed && LastResponse is not null)
            {
                Transmit(LastResponse, nowMs);
            }
        }
    }

    private protected override void LetGo() => _request = null;

    internal void Fail(TransactionFailure failure, long nowMs)
    {
        Terminate();
        Layer.ReportFailure(this, failure, nowMs);
    }

    internal override void Terminate()
    {
        State = TransactionState.Terminated;
        Layer.Forget(this);
    }

    private protected abstract void OnRespond(int statusCode, ReadOnlySpan<byte> response, long nowMs);
}
