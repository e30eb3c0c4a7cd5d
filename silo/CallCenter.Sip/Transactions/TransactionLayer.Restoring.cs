using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Transactions;

/// <content>
/// After a restart: transactions of the process that died, made again from what is known of them. Their peers still repeat what they
/// sent last, which finds its transaction here. Nothing is sent by making one.
/// </content>
public sealed partial class TransactionLayer
{
    /// <summary>
    /// A peer's INVITE without a final response yet; its user answers it, or says how it stood by
    /// <see cref="InviteServerTransaction.Remember"/>. Null when there is one with this branch already.
    /// </summary>
    public InviteServerTransaction? RestoreServer(SipMessage invite, SipTag localTag)
    {
        ArgumentNullException.ThrowIfNull(invite);
        var transaction = new InviteServerTransaction(this, invite, localTag, new ServerTransactionKey(invite, SipMethod.Invite));
        if (!_servers.TryAdd(transaction.Key, transaction))
        {
            return null;
        }

        Watch(transaction);
        return transaction;
    }

    /// <summary>
    /// An INVITE of ours: it waits for responses and can be cancelled. Null when the bound of transactions is reached or there is one with
    /// this branch already.
    /// </summary>
    /// <param name="isHeard">The peer has it; else it is sent again if nothing is heard for a while.</param>
    public InviteClientTransaction? RestoreClient(SipMessageWriter invite, in SipFlow flow, bool isHeard, long nowMs)
    {
        ArgumentNullException.ThrowIfNull(invite);
        var transaction = new InviteClientTransaction(this, invite, in flow);
        if (Count >= Options.MaxTransactions || !_clients.TryAdd(transaction.Key, transaction))
        {
            return null;
        }

        Watch(transaction);
        transaction.Resume(isHeard, nowMs);
        return transaction;
    }
}
