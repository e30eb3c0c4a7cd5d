namespace CallCenter.Sip.Transactions;

/// <content>
/// What waits on a way that is gone. A request that was sent over it will not be answered any more and fails at once (RFC 3261 §8.1.3.1);
/// a response goes to where its request's Via points (§18.2.2).
/// </content>
public sealed partial class TransactionLayer
{
    /// <summary>
    /// The way to a peer broke, or <see cref="ISipTransport.Send"/> had returned true and found out later: its clients fail now.
    /// </summary>
    /// <param name="heardToo">
    /// False: those that were heard of wait on. A peer that closed its connection in good order and listens elsewhere may open another
    /// one for its response.
    /// </param>
    public void TransportFailed(SipFlow flow, long nowMs, bool heardToo = true)
    {
        var waiting = flow.IsReliable ? (IEnumerable<SipTransaction>)_overConnections : _clients.Values;
        foreach (var one in waiting.Where(one => one.Flow == flow && !one.IsTerminated).ToArray())
        {
            if (one is ServerTransaction server)
            {
                server.LoseConnection(nowMs);
            }
            else if (!one.IsTerminated && IsWaiting(one.State, heardToo))
            {
                ((ClientTransaction)one).Fail(TransactionFailure.TransportError, nowMs);
            }
        }
    }

    private static bool IsWaiting(TransactionState state, bool heardToo) =>
        state is TransactionState.Calling or TransactionState.Trying || (heardToo && state == TransactionState.Proceeding);

    private void Add(ClientTransaction client)
    {
        _clients.Add(client.Key, client);
        Watch(client);
    }

    private void Add(ServerTransaction server)
    {
        _servers.Add(server.Key, server);
        Watch(server);
    }

    internal void Watch(SipTransaction transaction)
    {
        if (transaction.Flow.IsReliable)
        {
            _overConnections.Add(transaction);
        }
    }

    internal void Unwatch(SipTransaction transaction)
    {
        if (transaction.Flow.IsReliable)
        {
            _overConnections.Remove(transaction);
        }
    }
}
