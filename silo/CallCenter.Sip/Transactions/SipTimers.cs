namespace CallCenter.Sip.Transactions;

/// <summary>Every timer of RFC 3261 §17 (table 4) and RFC 6026 by its letter, in milliseconds.</summary>
/// <param name="T1">Estimated round-trip time.</param>
/// <param name="T2">The longest interval between retransmissions of non-INVITE requests and of INVITE responses.</param>
/// <param name="T4">The longest time a message stays in the network.</param>
public sealed record SipTimers(int T1 = 500, int T2 = 4000, int T4 = 5000)
{
    /// <summary>INVITE request retransmission, UDP only; doubles.</summary>
    public int TimerA => T1;

    /// <summary>INVITE transaction time-out.</summary>
    public int TimerB => 64 * T1;

    /// <summary>
    /// The longest time an INVITE stays without a final response; restarted by every provisional response.
    /// Deviation: RFC 3261 §16.6 means it for proxies, with three minutes. Here it only guarantees an end; ringing is bounded by
    /// the transaction user.
    /// </summary>
    public int TimerC { get; init; } = 30 * 60 * 1000;

    /// <summary>Wait time for response retransmissions (INVITE client).</summary>
    public int TimerD(bool reliable) => reliable ? 0 : 64 * T1;

    /// <summary>Non-INVITE request retransmission, UDP only; doubles up to T2.</summary>
    public int TimerE => T1;

    /// <summary>Non-INVITE transaction time-out.</summary>
    public int TimerF => 64 * T1;

    /// <summary>INVITE response retransmission; doubles up to T2.</summary>
    public int TimerG => T1;

    /// <summary>Wait time for the ACK.</summary>
    public int TimerH => 64 * T1;

    /// <summary>Wait time for ACK retransmissions.</summary>
    public int TimerI(bool reliable) => reliable ? 0 : T4;

    /// <summary>Wait time for non-INVITE request retransmissions.</summary>
    public int TimerJ(bool reliable) => reliable ? 0 : 64 * T1;

    /// <summary>Wait time for response retransmissions (non-INVITE client).</summary>
    public int TimerK(bool reliable) => reliable ? 0 : T4;

    /// <summary>Wait time for accepted INVITE request retransmissions (RFC 6026).</summary>
    public int TimerL => 64 * T1;

    /// <summary>Wait time for retransmissions of 2xx and for further 2xx of forks (RFC 6026).</summary>
    public int TimerM => 64 * T1;
}
