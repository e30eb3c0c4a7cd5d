namespace CallCenter.Sip.Transactions;

/// <summary>The states of the four machines (RFC 3261 figures 5 to 8, RFC 6026 figures 3 to 5).</summary>
public enum TransactionState : byte
{
    /// <summary>INVITE client: sent, nothing heard.</summary>
    Calling,

    /// <summary>Non-INVITE, both sides: nothing answered yet.</summary>
    Trying,

    /// <summary>A provisional response was sent or received.</summary>
    Proceeding,

    /// <summary>A final response was sent or received; for INVITE other than 2xx.</summary>
    Completed,

    /// <summary>INVITE: a 2xx was sent or received (RFC 6026).</summary>
    Accepted,

    /// <summary>INVITE server: the ACK arrived.</summary>
    Confirmed,

    Terminated,
}

/// <summary>Why a transaction ended without its regular end.</summary>
public enum TransactionFailure : byte
{
    /// <summary>No response (Timer B, C or F). Treat as 408 (RFC 3261 §8.1.3.1).</summary>
    Timeout,

    /// <summary>The message could not be sent. Treat as 503 (RFC 3261 §8.1.3.1).</summary>
    TransportError,

    /// <summary>Server INVITE: no ACK came for the final response (Timer H or L). After a 2xx send BYE (RFC 3261 §13.3.1.4).</summary>
    AckMissing,
}
