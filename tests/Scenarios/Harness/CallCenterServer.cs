using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using CallCenter.Abstractions.Configuration;
using CallCenter.Load.Server;
using CallCenter.Tests.Shared;

namespace CallCenter.Scenarios.Tests.Harness;

/// <summary>
/// The product as people start it: the web program with its silo and private PostgreSQL, on free ports, in a folder of its own. It can be
/// killed and started again on the same folder.
/// </summary>
internal sealed class CallCenterServer : IDisposable
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
    private readonly string[] _clusterPorts =
        ["--silo-port", $"{Ports.Free()}", "--gateway-port", $"{Ports.Free()}", "--name", "main"];

    private WebProcess? _process;
    private WebProcess? _silo;
    private string? _password;

    /// <param name="postgres">Where the private PostgreSQL lies, instead of below the data folder.</param>
    public CallCenterServer(string? postgres = null)
    {
        _folder.LetOthersPass();
        _http = FirstSignIn.NewClient(new Uri(Address));
        if (postgres is not null)
        {
            Directory.CreateDirectory(Data);
            Directory.CreateSymbolicLink(Path.Combine(Data, "postgres"), postgres);
        }
    }

    public int SipPort { get; } = Ports.Free();

    /// <summary>
    /// Silo and pages are processes of their own, which find each other in this database; null: they are one. What is said of the process
    /// is then said of the pages.
    /// </summary>
    public string? Cluster { get; init; }

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

    public string Output => $"{_process?.LastLines}\n{_silo?.LastLines}";

    private WebStart How => new(WebProgram.File, _folder.Path, _httpPort, SipPort)
    {
        Environment = Environment,
        KeptLines = int.MaxValue,
    };

    /// <summary>Starts the program, waits until it says that it is ready, and signs the administrator in.</summary>
    /// <param name="withHistory">Whether all of it has to be ready, history too.</param>
    public async Task Start(bool withHistory = true)
    {
        if (Cluster is null)
        {
            _process = WebProcess.Start(How with { Options = [.. NoDiskAlarm, .. Options] });
            await UntilReady(withHistory, isFirstStart: _password is null);
            _password ??= _process.Password;
        }
        else
        {
            Environment["ConnectionStrings__History"] = Cluster;
            StartSilo();
            await StartPages();
            _password = _silo!.Password;
        }
        _http.Dispose();
        _http = FirstSignIn.NewClient(new Uri(Address));
        await FirstSignIn.SignIn(_http, Password, TestContext.Current.CancellationToken);
    }

    /// <summary>Starts the pages alone and waits until they and their silo are ready.</summary>
    public async Task StartPages()
    {
        _process = WebProcess.Start(How with { Part = "web", Options = Options });
        await UntilReady(withHistory: true, isFirstStart: false);
    }

    /// <summary>Starts the silo alone.</summary>
    public void StartSilo() => _silo = WebProcess.Start(How with { Part = "silo", Options = [.. NoDiskAlarm, .. _clusterPorts] });

    /// <summary>kill -9 of the silo alone.</summary>
    public async Task KillSilo()
    {
        _silo!.Signal(ProcessSignals.Kill);
        await _silo.Ends(TimeSpan.FromSeconds(5));
    }

    private Task UntilReady(bool withHistory, bool isFirstStart) => _process!.UntilReady(
        _http, health => health.Ready && health.Parts.All(part => part.Ready || (part.Name == "history" && !withHistory)),
        isFirstStart, TestContext.Current.CancellationToken);

    /// <summary>Makes a backup; the server may run.</summary>
    public Task<EndedProgram> Backup(string file) => WebProgram.Run(_folder.Path, ["backup", file, "--data", Data]);

    /// <summary>Restores a backup into this call center's folder; its people sign in as those of the other one.</summary>
    public Task<EndedProgram> Restore(string file, CallCenterServer other)
    {
        _password = other._password;
        return WebProgram.Run(_folder.Path, ["restore", file, "--data", Data]);
    }

    /// <summary>A command on this call center's data folder; the server may run.</summary>
    public Task<EndedProgram> Command(params string[] words) => WebProgram.Run(_folder.Path, [.. words, "--data", Data]);

    /// <summary>The projects that run, with their standing.</summary>
    public Task<string> Projects() => _http.GetStringAsync(new Uri("/api/v1/projects", UriKind.Relative));

    /// <summary>What an address answers to the operator.</summary>
    public Task<string> Get(string address) => _http.GetStringAsync(new Uri(address, UriKind.Relative));

    /// <summary>The configuration as an administrator exports it.</summary>
    public Task<string> Configuration() => _http.GetStringAsync(new Uri("/api/v1/configuration", UriKind.Relative));

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        _process!.Signal(ProcessSignals.Kill);
        await End(TimeSpan.FromSeconds(5));
    }

    /// <summary>
    /// Ends the program as Ctrl+C does and returns its exit code. Sent as TERM, which takes the same way: a shell that runs the tests in
    /// the background makes its children deaf to INT.
    /// </summary>
    public async Task<int> Stop(TimeSpan within)
    {
        BeginStop();
        return await End(within);
    }

    /// <summary>The same without waiting for the end.</summary>
    public void BeginStop() => _process!.Signal(ProcessSignals.Terminate);

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
        foreach (var process in new[] { _process, _silo })
        {
            if (process is { HasEnded: false })
            {
                process.Signal(ProcessSignals.Terminate);
                if (!process.Ends(TimeSpan.FromSeconds(10)).GetAwaiter().GetResult()) process.Signal(ProcessSignals.Kill);
            }
            process?.Dispose();
        }
        _http.Dispose();
        _folder.Dispose();
    }

    private async Task<int> End(TimeSpan within) => await _process!.Ends(within)
        ? _process.ExitCode
        : throw new TimeoutException($"The call center did not end within {within.TotalSeconds} s. Its output:\n{Output}");
}
