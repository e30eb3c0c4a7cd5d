using System.CommandLine;
using System.CommandLine.Parsing;

namespace CallCenter.Web.Start;

/// <summary>The options of SIP over TLS, of connections, and of the audio.</summary>
internal static class WireOptions
{
    private static readonly Option<int?> SipTls = new("--sip-tls")
    {
        Description = "Port of SIP over TLS, usually 5061",
        HelpName = "PORT",
        Validators = { CommandLine.MustBePort },
    };

    private static readonly Option<FileInfo?> Certificate = new("--sip-certificate")
    {
        Description = "PEM file with the certificate for TLS and those between it and its root; read anew when it changes",
        HelpName = "FILE",
        Validators = { CommandLine.MustExist },
    };

    private static readonly Option<FileInfo?> Key = new("--sip-key")
    {
        Description = "PEM file with the key of the certificate",
        HelpName = "FILE",
        Validators = { CommandLine.MustExist },
    };

    private static readonly Option<int> Connections = new("--sip-connections")
    {
        Description = "Most connections at a time, TCP and TLS each",
        HelpName = "N",
        DefaultValueFactory = _ => 4_096,
        Validators = { MustBeConnections },
    };

    private static readonly Option<string> MediaPorts = new("--media-ports")
    {
        Description = "UDP ports of the audio that goes through us, two for each leg of a call",
        HelpName = "FIRST-LAST",
        DefaultValueFactory = _ => MediaStart.Usual.ToString(),
        Validators = { MustBeRange },
    };

    private static readonly Option<int> MediaThreads = new("--media-threads")
    {
        Description = "Threads that carry audio; without it one for every two cores",
        HelpName = "N",
        Validators = { MustBeThreads },
    };

    public static IReadOnlyList<Option> All => [SipTls, Certificate, Key, Connections, MediaPorts, MediaThreads];

    /// <summary>The options with what the command line says of them.</summary>
    public static StartOptions WithWire(this StartOptions options, ParseResult result) => options with
    {
        SipTls = result.GetValue(SipTls) is { } port
            ? new TlsStart(port, result.GetValue(Certificate)!.FullName, result.GetValue(Key)!.FullName) : null,
        SipConnections = result.GetValue(Connections),
        Media = MediaStart.Of(result.GetValue(MediaPorts)!)! with { Threads = result.GetValue(MediaThreads) },
    };

    /// <summary>TLS needs all three of its options.</summary>
    public static void MustBeWholeTls(CommandResult result)
    {
        var given = new Option[] { SipTls, Certificate, Key }.Count(option => result.GetResult(option) is { Implicit: false });
        if (given is 1 or 2)
        {
            result.AddError("SIP over TLS needs all three of --sip-tls PORT, --sip-certificate FILE and --sip-key FILE.");
        }
    }

    private static void MustBeRange(OptionResult result)
    {
        if (result.Tokens is [var token] && MediaStart.Of(token.Value) is null)
        {
            result.AddError($"{result.Option.Name} {token.Value}: a range of ports from 1024 to 65535, as in 20000-29999.");
        }
    }

    private static void MustBeThreads(OptionResult result)
    {
        if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var count) && count is > 0 and <= 64))
        {
            result.AddError($"{result.Option.Name} {token.Value}: a number from 1 to 64.");
        }
    }

    private static void MustBeConnections(OptionResult result)
    {
        if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var count) && count is > 0 and <= 1_000_000))
        {
            result.AddError($"{result.Option.Name} {token.Value}: a number from 1 to 1000000.");
        }
    }
}
