using CallCenter.Sip;
using CallCenter.Sip.Authentication;

namespace CallCenter.Load.Transport;

/// <summary>What a new INVITE says.</summary>
/// <param name="FromUser">The caller's number or account name.</param>
/// <param name="FromName">His name, shown on the called phone; null for none.</param>
/// <param name="ToUser">What is dialled: a number or an extension.</param>
/// <param name="Credentials">Answers a digest challenge; null where none is expected (a trunk known by address).</param>
public sealed record OutgoingCall(string FromUser, string? FromName, string ToUser, DigestClient? Credentials)
{
    /// <summary>UDP, or TCP over the host's one connection to the server.</summary>
    public SipTransport Transport { get; init; } = SipTransport.Udp;
}
