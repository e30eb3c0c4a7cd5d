using CallCenter.Sip;

namespace CallCenter.Load.Phones;

/// <summary>A SIP account with its password in clear: a phone needs it.</summary>
/// <param name="Username">User part of its address.</param>
/// <param name="Password">Null for a phone that is called at a fixed address and never registers.</param>
public sealed record PhoneAccount(string Username, string? Password)
{
    /// <summary>How it registers and is called: UDP or TCP.</summary>
    public SipTransport Transport { get; init; } = SipTransport.Udp;
}
