namespace CallCenter.Sip.Transactions;

/// <summary>Settings of a <see cref="TransactionLayer"/>.</summary>
public sealed record TransactionOptions
{
    public SipTimers Timers { get; init; } = new();

    /// <summary>At this many transactions a new request is refused with 503 and a client request is not sent.</summary>
    public int MaxTransactions { get; init; } = 400_000;

    /// <summary>Retry-After of that 503, in seconds.</summary>
    public int RetryAfterSeconds { get; init; } = 5;

    /// <summary>Transactions that only absorb repetitions end in groups, this many milliseconds apart at most.</summary>
    public int EndTogetherMs { get; init; } = 500;

    /// <summary>
    /// When an INVITE is answered with 100 by itself (RFC 3261 §17.2.1): after this many milliseconds without a response, 0 for at
    /// once, negative for never.
    /// </summary>
    public int TryingAfterMs { get; init; } = 200;
}
