using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;

namespace CallCenter.Web.Start;

/// <summary>The options of how browsers and programs reach the pages.</summary>
internal static class NetworkOptions
{
    private static readonly Option<string[]> Hosts = new("--hosts")
    {
        Description = "Names under which browsers and programs may ask for it, besides this machine's own; *.example.com allows all below",
        HelpName = "NAME,...",
        DefaultValueFactory = _ => [],
        CustomParser = ReadHosts,
    };

    private static readonly Option<IPAddress?> Proxy = new("--proxy")
    {
        Description = "Address of a reverse proxy whose X-Forwarded-For and X-Forwarded-Proto are believed",
        HelpName = "ADDRESS",
        CustomParser = ReadProxy,
    };

    public static IReadOnlyList<Option> All => [Hosts, Proxy];

    /// <summary>The options with what the command line says of them.</summary>
    public static StartOptions WithNetwork(this StartOptions options, ParseResult result) => options with
    {
        Hosts = result.GetValue(Hosts) ?? [],
        Proxy = result.GetValue(Proxy),
    };

    private static string[] ReadHosts(ArgumentResult result)
    {
        var names = result.Tokens[0].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var name in names)
        {
            var plain = name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name;
            if (Uri.CheckHostName(plain.Trim('[', ']')) == UriHostNameType.Unknown)
            {
                result.AddError($"--hosts {name}: not a host name; it stands without scheme and port, as in --hosts calls.example.com.");
            }
        }

        return names;
    }

    private static IPAddress? ReadProxy(ArgumentResult result)
    {
        if (IPAddress.TryParse(result.Tokens[0].Value, out var address))
        {
            return address;
        }

        result.AddError($"--proxy {result.Tokens[0].Value}: not an IP address; the one is needed from which the proxy connects.");
        return null;
    }
}
