using System.Net;

namespace CallCenter.Web.Start;

/// <summary>What the command line says.</summary>
/// <param name="Data">Absolute path of the data folder.</param>
/// <param name="HttpPort">0 takes any free port.</param>
/// <param name="SipPort">UDP and TCP.</param>
/// <param name="Project">A configuration document to import at the start.</param>
public sealed record StartOptions(string Data, int HttpPort, int SipPort, IPAddress Bind, string? Project, bool Demo)
{
    /// <summary>SIP over TLS; null: none.</summary>
    public TlsStart? SipTls { get; init; }

    /// <summary>Connections at a time, TCP and TLS each.</summary>
    public int SipConnections { get; init; } = 4_096;

    public bool OnlyThisMachine => IPAddress.IsLoopback(Bind);
}
