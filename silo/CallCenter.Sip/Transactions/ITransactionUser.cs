using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Transactions;

/// <summary>
/// The core above the transactions (RFC 3261 §5): told what happened, once each, retransmissions already absorbed. It may call
/// the <see cref="TransactionLayer"/> from within any of these.
/// </summary>
public interface ITransactionUser
{
    /// <summary>A new request other than ACK and CANCEL. It has to be answered through the transaction, now or later.</summary>
    void OnRequest(ServerTransaction transaction, SipMessage request, long nowMs);

    /// <summary>Whether the request belongs to a dialog of the user: its BYE is taken also when the table is full.</summary>
    bool KnowsDialogOf(SipMessage request) => false;

    /// <summary>
    /// A valid CANCEL for an INVITE without final response. The CANCEL is answered already; answer the INVITE with 487.
    /// </summary>
    void OnCancel(ServerTransaction invite, SipMessage cancel, long nowMs);

    /// <summary>The first ACK for a 2xx. <paramref name="invite"/> is null when its transaction is gone (after a restart).</summary>
    void OnAck(ServerTransaction? invite, SipMessage ack, long nowMs);

    /// <summary>
    /// A response: every provisional one, the final one, and for INVITE each further 2xx that
    /// <see cref="InviteClientTransaction.Acknowledge"/> has not settled yet.
    /// </summary>
    void OnResponse(ClientTransaction transaction, SipMessage response, long nowMs);

    /// <summary>A response without a transaction. Only a 2xx to INVITE may matter (after a restart); drop others.</summary>
    void OnStrayResponse(SipMessage response, long nowMs);

    /// <summary>The request will get no response.</summary>
    void OnClientFailed(ClientTransaction transaction, TransactionFailure failure, long nowMs);

    /// <summary>A response could not be delivered, or no ACK came for it.</summary>
    void OnServerFailed(ServerTransaction transaction, TransactionFailure failure, long nowMs);
}
