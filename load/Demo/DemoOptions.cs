using System.Net;

namespace CallCenter.Load.Demo;

/// <summary>How a demo runs.</summary>
/// <param name="Server">The server's SIP address.</param>
/// <param name="Trunk">Where the trunk calls from and is called at.</param>
/// <param name="CallsPerMinute">Mean rate of new calls by clients.</param>
/// <param name="CallsFile">Where each ended call of a client is noted as one JSON line; null: nowhere.</param>
public sealed record DemoOptions(IPEndPoint Server, IPEndPoint Trunk, double CallsPerMinute, int Seed, string? CallsFile = null)
{
    /// <summary>Keeps a dozen employees busy, with a queue now and then.</summary>
    public const double DefaultCallsPerMinute = 12;
}
