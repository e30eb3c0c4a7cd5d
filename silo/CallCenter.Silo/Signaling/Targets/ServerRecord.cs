using CallCenter.Sip;

namespace CallCenter.Silo.Signaling.Targets;

/// <summary>One server that a host name leads to, as the DNS tells it (RFC 2782); all its addresses are the same server.</summary>
/// <param name="Rank">Before its priority counts the place of its transport (RFC 3263 §4.1); the lowest first.</param>
internal sealed record ServerRecord(
    SipTransport Transport, int Rank, int Priority, int Weight, IReadOnlyList<SipEndPoint> Addresses);

/// <summary>What a host name leads to, and for how long that is known.</summary>
internal sealed record LocatedServers(IReadOnlyList<ServerRecord> Records, TimeSpan FreshFor);

/// <summary>What is asked for: a host with what its URI says of port and transport.</summary>
/// <param name="Port">0: none is said, so servers are looked for (RFC 3263 §4.2).</param>
/// <param name="Transport">Null: none is said, so the DNS may tell it.</param>
internal readonly record struct HostQuestion(string Host, int Port, SipTransport? Transport);
