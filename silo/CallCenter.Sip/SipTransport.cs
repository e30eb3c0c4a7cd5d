namespace CallCenter.Sip;

/// <summary>The transport protocols of a Via header and of a flow.</summary>
public enum SipTransport : byte
{
    Unknown = 0,
    Udp,
    Tcp,
    Tls,
    Ws,
    Wss,
}

/// <summary>Properties and names of <see cref="SipTransport"/>.</summary>
public static class SipTransports
{
    /// <summary>Reliable transports need no retransmissions (RFC 3261 §17).</summary>
    public static bool IsReliable(this SipTransport transport) => transport is not (SipTransport.Udp or SipTransport.Unknown);

    /// <summary>The port used when none is written: 5061 for TLS, 80 and 443 for WebSocket, else 5060.</summary>
    public static int DefaultPort(this SipTransport transport) => transport switch
    {
        SipTransport.Tls => 5061,
        SipTransport.Ws => 80,
        SipTransport.Wss => 443,
        _ => 5060,
    };

    /// <summary>The upper-case token as written in Via.</summary>
    public static ReadOnlySpan<byte> Token(this SipTransport transport) => transport switch
    {
        SipTransport.Udp => "UDP"u8,
        SipTransport.Tcp => "TCP"u8,
        SipTransport.Tls => "TLS"u8,
        SipTransport.Ws => "WS"u8,
        SipTransport.Wss => "WSS"u8,
        _ => "UNKNOWN"u8,
    };

    /// <summary>Recognises a transport token, ignoring case; anything else is <see cref="SipTransport.Unknown"/>.</summary>
    public static SipTransport Parse(ReadOnlySpan<byte> token)
    {
        for (var transport = SipTransport.Udp; transport <= SipTransport.Wss; transport++)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(token, transport.Token()))
            {
                return transport;
            }
        }

        return SipTransport.Unknown;
    }
}
