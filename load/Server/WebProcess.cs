using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CallCenter.Load.Server;

/// <summary>
/// One run of the server's program: of the generator's own server and of the tests'. Keeps what it wrote last and the password of its first
/// start.
/// </summary>
internal sealed partial class WebProcess : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    // Runs a program in a session of its own, in the same process (util-linux; macOS has none).
    private const string OwnSession = "/usr/bin/setsid";

    private readonly Queue<string> _lines = new();
    private readonly int _keptLines;
    private readonly Process _process;
    private string? _password;

    private WebProcess(ProcessStartInfo start, int keptLines) =>
        (_process, _keptLines) = (new Process { StartInfo = start }, keptLines);

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>Once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>The administrator's password; only the first start on a data folder tells it.</summary>
    public string? Password => Volatile.Read(ref _password);

    public string LastLines
    {
        get
        {
            lock (_lines) return string.Join('\n', _lines);
        }
    }

    public static WebProcess Start(WebStart how)
    {
        // Ctrl+C on a terminal goes to every process of its session: the server has to outlive the calls that are being ended.
        var apart = File.Exists(OwnSession);
        var start = new ProcessStartInfo(apart ? OwnSession : "dotnet", apart ? ["dotnet", .. how.Arguments] : how.Arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = how.Folder,
        };
        foreach (var (name, value) in how.Environment) start.Environment[name] = value;
        var web = new WebProcess(start, how.KeptLines);
        web._process.OutputDataReceived += (_, line) => web.Keep(line.Data);
        web._process.ErrorDataReceived += (_, line) => web.Keep(line.Data);
        web._process.Start();
        web._process.StandardInput.Close();
        web._process.BeginOutputReadLine();
        web._process.BeginErrorReadLine();
        return web;
    }

    /// <summary>Waits until its health is as wanted and, at a first start, its password is known.</summary>
    /// <exception cref="ServerStartException">It ended, or was not ready in time.</exception>
    public async Task UntilReady(HttpClient http, Func<ServerHealth, bool> isReady, bool isFirstStart, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestStart);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            while (!await IsReady(http, isReady, limit.Token).ConfigureAwait(false) || (isFirstStart && Password is null))
            {
                if (HasEnded) throw new ServerStartException($"The server ended at its start:\n{LastLines}");
                await timer.WaitForNextTickAsync(limit.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ServerStartException($"The server was not ready within {LongestStart.TotalSeconds} s:\n{LastLines}");
        }
    }

    public void Signal(int signal)
    {
        if (!HasEnded) ProcessSignals.Send(Id, signal);
    }

    /// <summary>Whether it ended within this time.</summary>
    public async Task<bool> Ends(TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within);
        await _process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return HasEnded;
    }

    public void Dispose() => _process.Dispose();

    private static async Task<bool> IsReady(HttpClient http, Func<ServerHealth, bool> isReady, CancellationToken cancellation)
    {
        try
        {
            return isReady(await ServerHealth.Read(http, cancellation).ConfigureAwait(false));
        }
        catch (Exception notYet) when (notYet is HttpRequestException or SocketException or JsonException)
        {
            return false; // a socket's own where a fresh connection is reset
        }
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        if (_password is null && FirstPassword().Match(line) is { Success: true } found)
            Volatile.Write(ref _password, found.Groups[1].Value);
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > _keptLines) _lines.Dequeue();
        }
    }

    [GeneratedRegex(@"with the password ([\w-]+)")]
    private static partial Regex FirstPassword();
}
