using System.Net;

namespace CallCenter.Web.Start;

/// <summary>Tells the person who started the program where everything is.</summary>
public static class StartNotice
{
    /// <summary>In the form of the log: where that is read by programs, each line is one of it.</summary>
    /// <param name="firstPassword">The administrator's password, on the first start only.</param>
    public static void Give(StartOptions options, string? firstPassword, TextWriter to, ILogger log)
    {
        foreach (var line in Lines(options, firstPassword))
        {
            if (options.Log == LogForm.Json)
            {
                StartLog.Notice(log, line);
            }
            else
            {
                to.WriteLine(line);
            }
        }

        to.Flush();
    }

    private static IEnumerable<string> Lines(StartOptions options, string? firstPassword)
    {
        var host = options.Bind.Equals(IPAddress.Any) || options.Bind.Equals(IPAddress.IPv6Any) ? Dns.GetHostName() : Written(options.Bind);
        if (options.HasPages)
        {
            yield return $"Board  http://{host}:{options.HttpPort}/board";
        }

        if (options.HasSilo)
        {
            yield return $"SIP    {host}:{options.SipPort} (UDP and TCP)";
            if (options.SipTls is { } tls)
            {
                yield return $"SIPS   {host}:{tls.Port} (TLS)";
            }
        }

        yield return $"Data   {options.Data}";
        if (options is { HasSilo: true, Cluster: { } cluster })
        {
            yield return $"Silo   {cluster.Name}, for other silos at {Written(cluster.Address)}:{cluster.SiloPort}, for pages (./run web) "
                + $"at port {cluster.GatewayPort}";
        }

        if (options.Demo)
        {
            yield return "Demo   a sample project; ./run starts simulated clients and employees beside it";
        }

        if (firstPassword is not null)
        {
            yield return $"Sign in as admin with the password {firstPassword}";
            yield return "The password is shown only this once; change it under Settings.";
        }

        if (options.OnlyThisMachine)
        {
            yield return "Only this machine can reach it. "
                + "To open it to the network, start with --bind 0.0.0.0 or one of this machine's addresses.";
        }
    }

    private static string Written(IPAddress address) =>
        address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
}
