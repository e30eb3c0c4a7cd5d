using System.Net;

namespace CallCenter.Web.Start;

/// <summary>Tells the person who started the program where everything is.</summary>
public static class StartNotice
{
    /// <param name="firstPassword">The administrator's password, on the first start only.</param>
    public static void Print(StartOptions options, string? firstPassword, TextWriter to)
    {
        var host = options.Bind.Equals(IPAddress.Any) || options.Bind.Equals(IPAddress.IPv6Any) ? Dns.GetHostName() : Written(options.Bind);
        to.WriteLine($"Board  http://{host}:{options.HttpPort}/board");
        to.WriteLine($"SIP    {host}:{options.SipPort} (UDP and TCP)");
        if (options.SipTls is { } tls)
        {
            to.WriteLine($"SIPS   {host}:{tls.Port} (TLS)");
        }

        to.WriteLine($"Data   {options.Data}");
        if (options.Demo)
        {
            to.WriteLine("Demo   a sample project; ./run starts simulated clients and employees beside it");
        }

        if (firstPassword is not null)
        {
            to.WriteLine($"Sign in as admin with the password {firstPassword}");
            to.WriteLine("The password is shown only this once; change it under Settings.");
        }

        if (options.OnlyThisMachine)
        {
            to.WriteLine("Only this machine can reach it. "
                + "To open it to the network, start with --bind 0.0.0.0 or one of this machine's addresses.");
        }

        to.Flush();
    }

    private static string Written(IPAddress address) =>
        address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
}
