namespace CallCenter.Load.Callers;

/// <summary>A call that a client placed and that is over, as his end of it went.</summary>
/// <param name="SipCallId">The Call-ID of his leg.</param>
/// <param name="From">His number.</param>
/// <param name="To">The number he called.</param>
/// <param name="Status">The final SIP status; 200 for a conversation, 487 when he gave up.</param>
public sealed record PlacedCall(
    string SipCallId, string From, string To, CallerOutcome Outcome, int Status,
    DateTimeOffset PlacedAt, DateTimeOffset? ConnectedAt, DateTimeOffset EndedAt);
