using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;

namespace CallCenter.Load;

/// <summary>Options that several commands have, and how their values are checked.</summary>
internal static class LoadOptions
{
    /// <summary>A UDP port; null when not given and there is no default.</summary>
    public static Option<int?> TrunkPort(int? otherwise) => new("--trunk-port")
    {
        HelpName = "PORT",
        Description = "UDP port that the simulated trunk calls from and is called at"
            + (otherwise is null ? "; without it the port in the document's first trunk." : "."),
        DefaultValueFactory = _ => otherwise,
        CustomParser = result => Number(result, 1, 65_535),
    };

    public static Option<IPEndPoint> Sip() => new("--sip")
    {
        HelpName = "HOST:PORT",
        Description = "SIP address of the server: an IPv4 address or a host name, and a UDP port (default 5060).",
        Required = true,
        CustomParser = SipAddress,
    };

    /// <summary>The same where a run may start a server of its own.</summary>
    public static Option<IPEndPoint?> SipOrNone() => new("--sip")
    {
        HelpName = "HOST:PORT",
        Description = "SIP address of a server that runs already; without it the run starts one of its own and ends it afterwards.",
        CustomParser = SipAddress,
    };

    /// <summary>Environment variable of the API key: a command line can be seen by everybody on the machine.</summary>
    public const string ApiKeyVariable = "CALLCENTER_API_KEY";

    public static Option<string?> ApiKey(string description) => new("--api-key")
    {
        HelpName = "KEY",
        Description = $"{description}; without it the one in {ApiKeyVariable}, which others cannot see.",
    };

    /// <summary>The base address of a server's pages; null when not given.</summary>
    public static Option<Uri?> Http(string description) => new("--http")
    {
        HelpName = "URL",
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            {
                return url;
            }

            result.AddError($"--http has to be an address as http://127.0.0.1:8080, not '{text}'.");
            return null;
        },
    };

    public static Option<int?> Seed() => new("--seed")
    {
        HelpName = "N",
        Description = "The same seed gives the same people and draws; without it every run is different.",
        CustomParser = result => Number(result, int.MinValue, int.MaxValue),
    };

    /// <summary>A number of something per minute or second, more than 0.</summary>
    public static Option<double> Rate(string description, double otherwise, double most) => new("--rate")
    {
        HelpName = "N",
        Description = description,
        DefaultValueFactory = _ => otherwise,
        CustomParser = result =>
        {
            if (double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var rate) && rate > 0 && rate <= most)
            {
                return rate;
            }

            result.AddError($"--rate has to be a number above 0 and at most {most}, not '{result.Tokens[0].Value}'.");
            return otherwise;
        },
    };

    /// <summary>A whole number from 1 up.</summary>
    public static Option<int> Count(string name, string description, int otherwise, int most) => new(name)
    {
        HelpName = "N",
        Description = description,
        DefaultValueFactory = _ => otherwise,
        CustomParser = result => Number(result, 1, most) ?? otherwise,
    };

    /// <summary>A number within bounds; else an error of the option.</summary>
    public static double? Decimal(ArgumentResult result, double least, double most)
    {
        var text = result.Tokens[0].Value;
        if (double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        result.AddError(string.Create(
            CultureInfo.InvariantCulture, $"{Name(result)} has to be a number from {least} to {most}, not '{text}'."));
        return null;
    }

    /// <summary>A whole number within bounds; else an error of the option.</summary>
    public static int? Number(ArgumentResult result, int least, int most)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        result.AddError($"{Name(result)} has to be a whole number from {least} to {most}, not '{text}'.");
        return null;
    }

    private static IPEndPoint? SipAddress(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var colon = text.LastIndexOf(':');
        var host = colon < 0 ? text : text[..colon];
        var port = 5060;
        if (colon >= 0 && (!int.TryParse(text[(colon + 1)..], CultureInfo.InvariantCulture, out port) || port is < 1 or > 65_535))
        {
            result.AddError($"--sip has to be HOST:PORT with a port from 1 to 65535, not '{text}'.");
            return null;
        }

        if (Resolve(host) is { } address)
        {
            return new IPEndPoint(address, port);
        }

        result.AddError($"--sip: '{host}' is neither an IPv4 address nor a host name that has one.");
        return null;
    }

    private static IPAddress? Resolve(string host)
    {
        try
        {
            return Dns.GetHostAddresses(host, System.Net.Sockets.AddressFamily.InterNetwork).FirstOrDefault();
        }
        catch (Exception problem) when (problem is System.Net.Sockets.SocketException or ArgumentException)
        {
            return null;
        }
    }

    private static string Name(ArgumentResult result) => result.Parent is OptionResult option ? option.Option.Name : result.Argument.Name;
}
