using System.CommandLine;
using System.Net;
using CallCenter.Load.Scenarios;

namespace CallCenter.Load.Runs;

/// <summary>The options that say which server is tested.</summary>
internal sealed class TargetOptions
{
    private readonly Option<IPEndPoint?> _sip = LoadOptions.SipOrNone();

    private readonly Option<FileInfo?> _document = new("--document")
    {
        HelpName = "FILE",
        Description = "With --sip: the server's configuration document, with the passwords of the phones.",
    };

    private readonly Option<Uri?> _http = LoadOptions.Http(
        "With --sip: address of its pages and API; without it neither history nor boards are looked at.");

    private readonly Option<string?> _apiKey = LoadOptions.ApiKey("With --http: an administrator's API key");

    private readonly Option<bool> _ownHost = new("--i-own-this-host") { Description = "Needed for a server that is not on this machine." };

    private readonly Option<string> _web = new("--web")
    {
        HelpName = "FILE",
        Description = "Without --sip: the program of the server that the run starts.",
        DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "..", "web", "CallCenter.Web.dll"),
    };

    private readonly Option<int?> _trunkPort = LoadOptions.TrunkPort(null);

    public IEnumerable<Option> All => [_sip, _document, _http, _apiKey, _trunkPort, _ownHost, _web];

    public string WebProgram(ParseResult parsed) => parsed.GetRequiredValue(_web);

    public int? TrunkPort(ParseResult parsed) => parsed.GetValue(_trunkPort);

    /// <summary>The server that runs already; null: there is none, start one.</summary>
    /// <param name="keyVariable">Environment variable of the API key.</param>
    /// <exception cref="ScenarioProblemException">Something is missing, or may not be.</exception>
    public RunTarget? Read(ParseResult parsed, string keyVariable)
    {
        var (document, http) = (parsed.GetValue(_document), parsed.GetValue(_http));
        if (parsed.GetValue(_sip) is not { } sip)
        {
            return document is null && http is null
                ? null
                : throw new ScenarioProblemException("--document and --http belong to a server that runs already: add --sip HOST:PORT.");
        }

        if (document is null)
        {
            throw new ScenarioProblemException("--sip needs --document FILE: the phones and numbers of that server.");
        }

        var isOwn = parsed.GetValue(_ownHost);
        if (!isOwn && !IPAddress.IsLoopback(sip.Address))
        {
            throw Foreign(sip.ToString());
        }

        if (!isOwn && http is { IsLoopback: false })
        {
            throw Foreign(http.ToString());
        }

        var key = parsed.GetValue(_apiKey) ?? Environment.GetEnvironmentVariable(keyVariable);
        return new RunTarget(sip, document.FullName, http, string.IsNullOrEmpty(key) ? null : key);
    }

    private static ScenarioProblemException Foreign(string target) =>
        new($"{target} is not this machine. Loading it may harm its owner and cost money: add --i-own-this-host if that is you.");
}
