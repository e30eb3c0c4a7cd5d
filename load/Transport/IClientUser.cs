using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Load.Transport;

/// <summary>Whoever sent a request through a <see cref="UserAgentHost"/> and waits for its responses.</summary>
internal interface IClientUser
{
    void OnResponse(ClientTransaction transaction, SipMessage response);

    /// <summary>There will be no response.</summary>
    void OnFailed(ClientTransaction transaction, TransactionFailure failure);
}
