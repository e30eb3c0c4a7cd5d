using System.Net;
using CallCenter.Load.Demo;

namespace CallCenter.Load.Server;

/// <summary>
/// A server of the generator's own, with everything it writes in a temporary folder.
/// 1. Write a document for the plan and start the program on free ports.
/// 2. Wait until it is ready, its history too; sign in with the password of the first start and make an API key.
/// 3. It can be killed and started again on the same folder and ports; its database can be made to stand still.
/// 4. At the end: stop it, end what it left behind, delete the folder.
/// </summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(20);

    // A scenario may sign thousands of people out at once; what limits it is to be the server, not the limit of a stranger's program.
    private static readonly Dictionary<string, string> Unlimited =
        new() { ["Api__RequestsPerSecond"] = "10000", ["Api__Burst"] = "10000" };

    private readonly ServerPlan _plan;
    private readonly string _folder;
    private readonly PrivateDatabase _database;
    private WebProcess _process;

    private OwnServer(ServerPlan plan, string folder)
    {
        _plan = plan;
        _folder = folder;
        _database = new PrivateDatabase(DataFolder);
        Document = Path.Combine(folder, "project.json");
        Sip = new IPEndPoint(IPAddress.Loopback, FreePorts.Next());
        Http = new Uri($"http://127.0.0.1:{FreePorts.Next()}");
        DocumentFile.WriteNew(Document, ServerDocument.Of(plan));
        _process = Begin();
    }

    public IPEndPoint Sip { get; }

    public Uri Http { get; }

    /// <summary>A key of an administrator.</summary>
    public string ApiKey { get; private set; } = "";

    /// <summary>Path of its configuration document, with the phones' passwords.</summary>
    public string Document { get; }

    public string DataFolder => Path.Combine(_folder, "data");

    /// <summary>Id of the process that runs, or ran last.</summary>
    public int Process => _process.Id;

    /// <summary>The last lines that the program wrote.</summary>
    public string LastLines => _process.LastLines;

    /// <exception cref="ServerStartException">It did not start.</exception>
    public static async Task<OwnServer> Start(ServerPlan plan, CancellationToken cancellation)
    {
        if (!File.Exists(plan.WebProgram)) throw new ServerStartException($"There is no server to start at {plan.WebProgram}.");
        var server = new OwnServer(plan, NewFolder());
        try
        {
            await server.UntilReady(isFirstStart: true, cancellation).ConfigureAwait(false);
            server.ApiKey = await FirstSignIn.MakeKey(server.Http, server._process.Password!, cancellation).ConfigureAwait(false);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>kill -9: what it had in memory is lost.</summary>
    public async Task Kill()
    {
        _process.Signal(ProcessSignals.Kill);
        await _process.Ends(LongestStop).ConfigureAwait(false);
    }

    /// <summary>Starts it again after <see cref="Kill"/>; returns when it is ready.</summary>
    /// <exception cref="ServerStartException">It did not start.</exception>
    public async Task Restart(CancellationToken cancellation)
    {
        if (!_process.HasEnded) await Kill().ConfigureAwait(false);
        _process.Dispose();
        _process = Begin();
        await UntilReady(isFirstStart: false, cancellation).ConfigureAwait(false);
    }

    /// <summary>Makes its PostgreSQL stand still: it keeps its connections and answers nothing.</summary>
    /// <exception cref="InvalidOperationException">It has none that runs here.</exception>
    public void StopDatabase()
    {
        if (_database.Processes().Count == 0) throw new InvalidOperationException("The server has no private PostgreSQL that runs.");
        _database.Stop();
    }

    /// <summary>Lets its PostgreSQL go on.</summary>
    public void ResumeDatabase() => _database.Resume();

    public async ValueTask DisposeAsync()
    {
        _database.Resume();
        _process.Signal(ProcessSignals.Terminate);
        if (!await _process.Ends(LongestStop).ConfigureAwait(false)) await Kill().ConfigureAwait(false);
        _process.Dispose();
        _database.End();
        DeleteFolder();
    }

    private static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("callcenter-load-").FullName;
        // The PostgreSQL of a root user runs as somebody else, who has to reach his folder in here.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return folder;
    }

    private WebProcess Begin() => WebProcess.Start(new WebStart(_plan.WebProgram, _folder, Http.Port, Sip.Port)
    {
        Options = ["--bind", Sip.Address.ToString(), "--project", Document],
        Environment = Unlimited,
    });

    private async Task UntilReady(bool isFirstStart, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = Http, Timeout = TimeSpan.FromSeconds(5) };
        await _process.UntilReady(
            http, health => health.Ready && health.Parts.All(part => part.Ready || part.Name == "disk"), // an alarm, calls go on
            isFirstStart, cancellation).ConfigureAwait(false);
    }

    private void DeleteFolder()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A process that still ends may write one more file; the system clears its folder for temporary files sooner or later.
        }
    }
}
