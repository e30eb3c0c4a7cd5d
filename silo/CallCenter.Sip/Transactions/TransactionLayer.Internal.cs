using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Transactions;

/// <content>What transactions ask of their layer.</content>
public sealed partial class TransactionLayer
{
    internal void Report(ClientTransaction client, SipMessage response, long nowMs)
    {
        // The response to a CANCEL says nothing: the outcome is the INVITE's own final response (RFC 3261 §9.1).
        if (client.Method != SipMethod.Cancel)
        {
            _user.OnResponse(client, response, nowMs);
        }
    }

    internal void ReportFailure(ClientTransaction client, TransactionFailure failure, long nowMs)
    {
        if (client.Method != SipMethod.Cancel)
        {
            _user.OnClientFailed(client, failure, nowMs);
        }
    }

    internal void ReportFailure(ServerTransaction server, TransactionFailure failure, long nowMs)
    {
        if (server.Method != SipMethod.Cancel)
        {
            _user.OnServerFailed(server, failure, nowMs);
        }
    }

    internal void ReportAck(InviteServerTransaction invite, SipMessage ack, long nowMs) => _user.OnAck(invite, ack, nowMs);

    /// <summary>Outside the bound: a call must be cancellable when the table is full.</summary>
    internal void StartCancel(InviteClientTransaction invite, string? reason, long nowMs)
    {
        Writer.Cancel(invite.Request, invite.Branch, reason).End();
        var cancel = new NonInviteClientTransaction(this, Writer, invite.Flow);
        if (_clients.TryGetValue(cancel.Key, out var before) && before.State == TransactionState.Completed)
        {
            before.Terminate();
        }

        if (_clients.TryAdd(cancel.Key, cancel))
        {
            Watch(cancel);
            cancel.Start(nowMs);
        }
    }

    /// <summary>A dialog has at most one INVITE at a time; a later one takes the place of one whose ACK never came.</summary>
    internal void AwaitAck(InviteServerTransaction invite) => _awaitingAck[invite.LocalTag] = invite;

    internal void Forget(ClientTransaction client)
    {
        Timers.Remove(client);
        Unwatch(client);
        _clients.Remove(client.Key);
    }

    internal void Forget(ServerTransaction server)
    {
        Timers.Remove(server);
        Unwatch(server);
        _servers.Remove(server.Key);
        if (server is InviteServerTransaction && _awaitingAck.TryGetValue(server.LocalTag, out var waiting) && waiting == server)
        {
            _awaitingAck.Remove(server.LocalTag);
        }
    }
}
