namespace CallCenter.Abstractions.Calls;

/// <summary>
/// What is needed to rebuild the SIP dialog of a leg after a restart (RFC 3261 §12). Kept in events, never shown to users.
/// </summary>
/// <param name="Flow">Where its messages go and come from, e.g. <c>udp:10.0.0.5:5062</c>.</param>
/// <param name="TopVia">The top Via of the caller's INVITE, to answer it after a restart; null on legs that we rang.</param>
/// <param name="Sdp">The last session description of this leg's user agent, byte for byte; null if it sent none.</param>
public sealed record SipLegFacts(
    string SipCallId, string LocalTag, string RemoteTag, string LocalUri, string RemoteUri, uint LocalCSeq, uint RemoteCSeq,
    IReadOnlyList<string> RouteSet, string RemoteTarget, string Flow, string? TopVia, byte[]? Sdp);
