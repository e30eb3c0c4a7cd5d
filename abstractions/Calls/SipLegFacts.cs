namespace CallCenter.Abstractions.Calls;

/// <summary>
/// What is needed to go on with the SIP side of a leg after a restart: its dialog (RFC 3261 §12), and of the caller's leg the INVITE as
/// far as answers to it need it. Kept in events, never shown to users.
/// </summary>
/// <param name="Flow">Where its messages go and come from, e.g. <c>udp:10.0.0.5:5062</c>.</param>
/// <param name="Vias">The Via values of the caller's INVITE, one a line, topmost first; null on legs that we rang.</param>
/// <param name="Sdp">The last session description of this leg's user agent, byte for byte; null if it sent none.</param>
/// <param name="CallerTag">Of a leg that answered: the caller's To tag, where that is not the one he arrived with, because he had heard
/// another session description under it (RFC 3261 §13.2.1); null otherwise.</param>
/// <param name="Traits">Null where an older version wrote the event: it kept only the topmost Via, too.</param>
public sealed record SipLegFacts(
    string SipCallId, string LocalTag, string RemoteTag, string LocalUri, string RemoteUri, uint LocalCSeq, uint RemoteCSeq,
    IReadOnlyList<string> RouteSet, string RemoteTarget, string Flow, string? Vias, byte[]? Sdp, SipLegTraits? Traits = null,
    string? CallerTag = null);

/// <summary>What a leg's user agent said of itself, and what was agreed with it.</summary>
/// <param name="MaxForwards">Of the caller's INVITE; 0 on legs that we rang.</param>
/// <param name="TimerSeconds">The agreed session interval (RFC 4028).</param>
/// <param name="WeRefresh">Whether we refresh the session; else the user agent does.</param>
/// <param name="AllowsOptions">It lists OPTIONS among the methods that it takes.</param>
public readonly record struct SipLegTraits(
    int MaxForwards, bool AllowsUpdate, uint TimerSeconds, bool WeRefresh, bool AllowsOptions = false);
