using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Registration;

/// <summary>One phone of an account: where its Contact says it is and where its REGISTER really came from (RFC 3261 §10).</summary>
/// <param name="Contact">The Contact URI.</param>
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
    string UserAgent)
{
    /// <summary>The phone itself, whatever its address (<c>+sip.instance</c>, RFC 5626 §4.1); null when it does not say.</summary>
    public string? Instance { get; init; }

    /// <summary>Which of its flows (<c>reg-id</c>, RFC 5626 §4.2); 0 when it does not say.</summary>
    public int RegId { get; init; }

    /// <summary>Where the Contact is reached; none where only the flow leads back (<see cref="ContactRouting"/>).</summary>
    public SipFlow Direct { get; init; }

    /// <summary>Its connection is gone and nothing else leads to it: known, but not rung until it registers again.</summary>
    public bool IsLost { get; init; }

    /// <summary>Since when it is registered without a break; null when that was not kept.</summary>
    public long? RegisteredAtMs { get; init; }

    /// <summary>Of the same phone, wherever it is: the same instance and flow of it, else the Call-ID that it registers under.</summary>
    public bool IsOfSamePhone(Binding other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Instance is null || other.Instance is null ? CallId == other.CallId : Instance == other.Instance && RegId == other.RegId;
    }

    /// <summary>As it is once its connection is gone: reached by its Contact, if that can be.</summary>
    public Binding WithoutConnection() =>
        this with { Flow = Flow with { Channel = 0 }, IsLost = IsLost || (Direct.IsNone && Path.Length == 0) };
}
