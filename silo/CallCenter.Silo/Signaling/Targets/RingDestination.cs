using CallCenter.Abstractions.Configuration;
using CallCenter.Sip;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Registration;

namespace CallCenter.Silo.Signaling.Targets;

/// <summary>One place where a leg is rung.</summary>
/// <param name="Flow">Where the INVITE goes first.</param>
/// <param name="Routes">Route values, the Path of a registration.</param>
/// <param name="Trunk">Set when it goes through a trunk, whose challenges are answered.</param>
internal sealed record RingDestination(SipUri RequestUri, SipFlow Flow, IReadOnlyList<string> Routes, TrunkConfiguration? Trunk)
{
    /// <summary>The registered phone that is rung there; null for all others.</summary>
    public Binding? Phone { get; init; }

    /// <summary>Other servers of the same place, to be tried in this order where one does not take the INVITE (RFC 3263 §4.3).</summary>
    public IReadOnlyList<SipFlow> OtherWays { get; init; } = [];
}
