namespace CallCenter.Load.Callers;

/// <summary>A call that a client placed and that is over, as he saw it. Times count from the start of the simulation.</summary>
/// <param name="SipCallId">The Call-ID of his leg.</param>
/// <param name="From">His number.</param>
/// <param name="To">The number he called.</param>
/// <param name="Status">The final SIP status; 200 for a conversation, 487 when he gave up.</param>
public sealed record PlacedCall(
    string SipCallId, string From, string To, CallerOutcome Outcome, int Status,
    TimeSpan PlacedAt, TimeSpan? ConnectedAt, TimeSpan EndedAt);
