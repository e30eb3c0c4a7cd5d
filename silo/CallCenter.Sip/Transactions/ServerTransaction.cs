using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Transactions;

/// <summary>A peer's request and our responses (RFC 3261 §17.2).</summary>
public abstract class ServerTransaction : SipTransaction
{
    private protected ServerTransaction(TransactionLayer layer, SipMessage request, SipTag localTag, in ServerTransactionKey key)
        : base(layer, ResponseRouting.Destination(request))
    {
        Request = request;
        LocalTag = localTag;
        Key = key;
    }

    public SipMessage Request { get; }

    /// <summary>The To tag for responses: the request's own when it has one of ours (in a dialog), else a fresh one.</summary>
    public SipTag LocalTag { get; }

    internal ServerTransactionKey Key { get; }

    /// <summary>The last response sent, for retransmissions.</summary>
    private protected byte[]? LastResponse { get; set; }

    /// <summary>
    /// Begins a response in the writer, with the To tag; add headers, end it, then <see cref="Respond(SipMessageWriter, long)"/>.
    /// </summary>
    public SipMessageWriter Begin(SipMessageWriter writer, int statusCode, string? reasonPhrase = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        return writer.Response(Request, statusCode, LocalTag, reasonPhrase);
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
