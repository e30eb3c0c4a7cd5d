using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace CallCenter.Web.Start;

/// <summary>The options of silos and pages as processes of their own.</summary>
internal static class ClusterOptions
{
    /// <summary>The environment's word for where silos find one another; that of the history, where it is missing.</summary>
    private static readonly string[] ConnectionStrings = ["ConnectionStrings__Cluster", "ConnectionStrings__History"];

    private const int LongestName = 40;

    private static readonly Option<string> Name = new("--name")
    {
        Description = "Name of the silo in the cluster; a new data folder begins with a project of that name",
        HelpName = "NAME",
        DefaultValueFactory = _ => "silo",
        Validators = { MustBeName },
    };

    private static readonly Option<IPAddress> Address = new("--cluster-address")
    {
        Description = "Address under which other silos and the pages reach it; beyond this machine only with the cluster's certificates",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = ReadAddress,
    };

    private static readonly Option<int> SiloPort = CommandLine.Port("--silo-port", 11111, "Port for other silos");
    private static readonly Option<int> GatewayPort = CommandLine.Port("--gateway-port", 30000, "Port for the processes of the pages");

    private static readonly Option<FileInfo?> Certificate = new("--cluster-certificate")
    {
        Description = "PEM file with this process's certificate for silo and gateway ports",
        HelpName = "FILE",
        Validators = { CommandLine.MustExist },
    };

    private static readonly Option<FileInfo?> Key = new("--cluster-key")
    {
        Description = "PEM file with the key of the certificate",
        HelpName = "FILE",
        Validators = { CommandLine.MustExist },
    };

    private static readonly Option<FileInfo?> Authority = new("--cluster-authority")
    {
        Description = "PEM file with the authority whose certificates belong to the cluster",
        HelpName = "FILE",
        Validators = { CommandLine.MustExist },
    };

    public static IReadOnlyList<Option> OfPages => [Certificate, Key, Authority];

    public static IReadOnlyList<Option> OfSilo => [Name, SiloPort, GatewayPort, Address, .. OfPages];

    /// <summary>TLS needs all three of its options, and another address than loopback needs TLS.</summary>
    public static void MustBeWhole(CommandResult result)
    {
        var given = OfPages.Count(option => result.GetResult(option) is { Implicit: false });
        if (given is 1 or 2)
        {
            result.AddError(
                "The cluster's TLS needs all three of --cluster-certificate FILE, --cluster-key FILE and --cluster-authority FILE.");
        }
        else if (given == 0 && result.GetResult(Address) is { Tokens: [var token] }
            && TryRead(token.Value, out var address) && !IPAddress.IsLoopback(address))
        {
            result.AddError(
                $"--cluster-address {address}: beyond this machine silos speak to whoever has a certificate of the cluster only. "
                + "Give --cluster-certificate FILE, --cluster-key FILE and --cluster-authority FILE.");
        }
    }

    /// <summary>Throws <see cref="UnusableSettingException"/> where the environment names no database.</summary>
    public static ClusterStart Read(ParseResult result, string command) => new(ConnectionString(command))
    {
        Name = result.GetValue(Name) ?? "",
        Address = result.GetValue(Address) ?? IPAddress.Loopback,
        SiloPort = result.GetValue(SiloPort),
        GatewayPort = result.GetValue(GatewayPort),
        Tls = result.GetValue(Certificate) is { } certificate
            ? new ClusterTlsStart(certificate.FullName, result.GetValue(Key)!.FullName, result.GetValue(Authority)!.FullName) : null,
    };

    private static string ConnectionString(string command) =>
        ConnectionStrings.Select(Environment.GetEnvironmentVariable).FirstOrDefault(static value => !string.IsNullOrWhiteSpace(value))
        ?? throw new UnusableSettingException(
            $"{command}: silos and pages find one another in PostgreSQL. Name the database in the environment: {ConnectionStrings[1]}="
            + "\"Host=db.example.com;Username=callcenter;Password=...;Database=callcenter\", or another one than the history's in "
            + $"{ConnectionStrings[0]}.");

    private static void MustBeName(OptionResult result)
    {
        if (result.Tokens is [var token] && !IsName(token.Value))
        {
            result.AddError(
                $"--name {token.Value}: 1 to {LongestName} letters (a to z), digits and hyphens, beginning with a letter.");
        }
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && char.IsAsciiLetter(name[0])
        && name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    private static bool TryRead(string text, [NotNullWhen(true)] out IPAddress? address) =>
        IPAddress.TryParse(text, out address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any);

    private static IPAddress? ReadAddress(ArgumentResult result)
    {
        if (TryRead(result.Tokens[0].Value, out var address))
        {
            return address;
        }

        result.AddError($"--cluster-address {result.Tokens[0].Value}: not one IP address of this machine, as in 10.0.0.5.");
        return null;
    }
}
