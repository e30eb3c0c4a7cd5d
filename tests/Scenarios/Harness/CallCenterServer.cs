using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared;

namespace CallCenter.Scenarios.Tests.Harness;

/// <summary>
/// The product as people start it: the web program with its silo and private PostgreSQL, on free ports, in a folder of its own. It can be
/// killed and started again on the same folder.
/// </summary>
internal sealed partial class CallCenterServer : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    // The tests look at the board far more often than a program may.
    private static readonly Dictionary<string, string> Asking = new()
    {
        ["Api__RequestsPerSecond"] = "2000",
        ["Api__Burst"] = "2000",
        ["Guard__AnonymousPerSecond"] = "2000",
        ["Guard__AnonymousBurst"] = "2000",
    };

    // How full the disk of the machine is that runs the tests is not their matter.
    private static readonly string[] NoDiskAlarm = ["--alarm-disk", "0", "--alarm-disk-percent", "0"];

    private readonly TemporaryFolder _folder = new();
    private readonly int _httpPort = Ports.Free();
    private HttpClient _http;
    private ChildProcess? _process;
    private string? _password;

    /// <param name="postgres">Where the private PostgreSQL lies, instead of below the data folder.</param>
    public CallCenterServer(string? postgres = null)
    {
        _folder.LetOthersPass();
        _http = NewClient();
        if (postgres is not null)
        {
            Directory.CreateDirectory(Data);
            Directory.CreateSymbolicLink(Path.Combine(Data, "postgres"), postgres);
        }
    }

    public int SipPort { get; } = Ports.Free();

    /// <summary>More options of the command line.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>More variables of the environment.</summary>
    public Dictionary<string, string> Environment { get; } = new(Asking);

    /// <summary>The process, for looking at what it holds.</summary>
    public int ProcessId => _process!.Id;

    public string Address => $"http://127.0.0.1:{_httpPort}";

    /// <summary>The administrator's password, as the first start told it.</summary>
    public string Password => _password ?? throw new InvalidOperationException("Not started yet.");

    public string Data => Path.Combine(_folder.Path, "data");

    public string Output => _process?.Output ?? "";

    /// <summary>Starts the program, waits until it says that it is ready, and signs the administrator in.</summary>
    /// <param name="withHistory">Whether all of it has to be ready, history too.</param>
    public async Task Start(bool withHistory = true)
    {
        _process = new ChildProcess("dotnet",
            [
                WebProgram.File, "--data", Data, "--http", _httpPort.ToString(), "--sip", SipPort.ToString(), .. NoDiskAlarm, .. Options,
            ],
            _folder.Path, Environment);
        await Eventually.Holds(
            async () => _process.HasEnded || await IsReady(withHistory), TimeSpan.FromSeconds(60), "the call center is ready");
        Assert.False(_process.HasEnded, "The call center ended at its start:\n" + _process.Output);
        _password ??= FirstPassword().Match(_process.Output) is { Success: true } found
            ? found.Groups[1].Value
            : throw new InvalidOperationException("The start did not tell the administrator's password:\n" + _process.Output);
        await SignIn();
    }

    /// <summary>Makes a backup; the server may run.</summary>
    public Task<EndedProgram> Backup(string file) => WebProgram.Run(_folder.Path, ["backup", file, "--data", Data]);

    /// <summary>Restores a backup into this call center's folder; its people sign in as those of the other one.</summary>
    public Task<EndedProgram> Restore(string file, CallCenterServer other)
    {
        _password = other._password;
        return WebProgram.Run(_folder.Path, ["restore", file, "--data", Data]);
    }

    /// <summary>The configuration as an administrator exports it.</summary>
    public Task<string> Configuration() => _http.GetStringAsync(new Uri("/api/v1/configuration", UriKind.Relative));

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        _process!.Signal("KILL");
        await _process.End(TimeSpan.FromSeconds(5));
    }

    /// <summary>
    /// Ends the program as Ctrl+C does and returns its exit code. Sent as TERM, which takes the same way: a shell that runs the tests in
    /// the background makes its children deaf to INT.
    /// </summary>
    public async Task<int> Stop(TimeSpan within)
    {
        BeginStop();
        return await _process!.End(within);
    }

    /// <summary>The same without waiting for the end.</summary>
    public void BeginStop() => _process!.Signal("TERM");

    public async Task Publish(ProjectConfiguration document)
    {
        using var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(document, ConfigurationJson.Indented));
        body.Headers.ContentType = new("application/json");
        using var reply = await _http.PutAsync(new Uri("/api/v1/configuration", UriKind.Relative), body);
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync());
    }

    public async Task SetAvailability(string employee, string availability, string? reason = null)
    {
        using var reply = await _http.PutAsJsonAsync($"/api/v1/employees/{employee}/availability", new { availability, reason }, Json);
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync());
    }

    public async Task<BoardView> Board() => (await _http.GetFromJsonAsync<BoardView>("/api/v1/board", Json))!;

    public async Task<CallsView> Calls(string number) =>
        (await _http.GetFromJsonAsync<CallsView>($"/api/v1/calls?number={Uri.EscapeDataString(number.TrimStart('+'))}", Json))!;

    /// <summary>Every ended call of this client, page by page.</summary>
    public async Task<IReadOnlyList<CallView>> AllCalls(string number)
    {
        var all = new List<CallView>();
        var address = $"/api/v1/calls?size=500&number={Uri.EscapeDataString(number.TrimStart('+'))}";
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await _http.GetFromJsonAsync<CallsView>(
                cursor.Length == 0 ? address : $"{address}&cursor={Uri.EscapeDataString(cursor)}", Json))!;
            all.AddRange(page.Calls);
            cursor = page.Next;
        }
        return all;
    }

    public async Task<CardView> Call(long id) => (await _http.GetFromJsonAsync<CardView>($"/api/v1/calls/{id}", Json))!;

    public async Task<HealthView> Health()
    {
        using var reply = await _http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return (await reply.Content.ReadFromJsonAsync<HealthView>(Json))!;
    }

    public void Dispose()
    {
        if (_process is { HasEnded: false })
        {
            _process.Signal("TERM");
            _process.End(TimeSpan.FromSeconds(10)).GetAwaiter().GetResult();
        }
        _process?.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }

    private async ValueTask<bool> IsReady(bool withHistory)
    {
        try
        {
            var health = await Health();
            return health.Ready && health.Parts.All(part => part.Ready || (part.Name == "history" && !withHistory));
        }
        catch (Exception notYet) when (notYet is HttpRequestException or SocketException) // raw where a fresh connection is reset
        {
            return false;
        }
    }

    private async Task SignIn()
    {
        _http.Dispose();
        _http = NewClient();
        var page = await _http.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = AntiforgeryToken().Match(page).Groups[1].Value,
            ["Name"] = "admin",
            ["Password"] = _password!,
        });
        using var reply = await _http.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        Assert.True(reply.IsSuccessStatusCode || reply.StatusCode == HttpStatusCode.Found, $"sign-in: {reply.StatusCode}");
    }

    private HttpClient NewClient() => new(new HttpClientHandler { CookieContainer = new CookieContainer() })
    {
        BaseAddress = new Uri(Address),
        DefaultRequestHeaders = { { "X-Requested-With", "fetch" } },
    };

    [GeneratedRegex(@"[Pp]assword\W+(\S+)")]
    private static partial Regex FirstPassword();

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex AntiforgeryToken();
}
