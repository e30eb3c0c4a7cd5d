using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Registration;

/// <summary>One phone of an account: where its Contact says it is and where its REGISTER really came from (RFC 3261 §10).</summary>
/// <param name="Contact">The Contact URI, the binding's identity.</param>
/// <param name="CallId">Call-ID of the REGISTER that made it; with <paramref name="CSeq"/> it orders updates.</param>
/// <param name="Flow">The way back through NAT: source address and port, or the connection.</param>
/// <param name="Path">Path values in the order they become Route (RFC 3327).</param>
/// <param name="Priority">The q value times 1000; 1000 when none was given.</param>
public sealed record Binding(
    SipUri Contact,
    string CallId,
    uint CSeq,
    long ExpiresAtMs,
    SipFlow Flow,
    string[] Path,
    int Priority,
    string UserAgent);
