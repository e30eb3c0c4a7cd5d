using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace CallCenter.Load.Server;

/// <summary>One run of the server's program; keeps the last lines it wrote and the password of its first start.</summary>
internal sealed partial class WebProcess : IDisposable
{
    private const int MostLines = 100;

    // Runs a program in a session of its own, in the same process (util-linux; macOS has none).
    private const string OwnSession = "/usr/bin/setsid";

    private readonly Queue<string> _lastLines = new();
    private readonly Process _process;
    private string? _password;

    private WebProcess(ProcessStartInfo start) => _process = new Process { StartInfo = start };

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>The administrator's password; only the first start on a data folder tells it.</summary>
    public string? Password => Volatile.Read(ref _password);

    public string LastLines
    {
        get
        {
            lock (_lastLines) return string.Join('\n', _lastLines);
        }
    }

    public static WebProcess Start(string program, string folder, int http, IPEndPoint sip, string document)
    {
        string[] arguments =
        [
            Path.GetFullPath(program), "--data", Path.Combine(folder, "data"), "--http", Text(http), "--sip", Text(sip.Port),
            "--bind", sip.Address.ToString(), "--project", document,
        ];
        // Ctrl+C on a terminal goes to every process of its session: the server has to outlive the calls that are being ended.
        var apart = File.Exists(OwnSession);
        var start = new ProcessStartInfo(apart ? OwnSession : "dotnet", apart ? ["dotnet", .. arguments] : arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder,
        };
        // A scenario may sign thousands of people out at once; what limits it is to be the server, not the limit of a stranger's program.
        start.Environment["Api__RequestsPerSecond"] = "10000";
        start.Environment["Api__Burst"] = "10000";
        var web = new WebProcess(start);
        web._process.OutputDataReceived += (_, line) => web.Keep(line.Data);
        web._process.ErrorDataReceived += (_, line) => web.Keep(line.Data);
        web._process.Start();
        web._process.StandardInput.Close();
        web._process.BeginOutputReadLine();
        web._process.BeginErrorReadLine();
        return web;
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

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Keep(string? line)
    {
        if (line is null) return;
        if (_password is null && FirstPassword().Match(line) is { Success: true } found)
            Volatile.Write(ref _password, found.Groups[1].Value);
        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > MostLines) _lastLines.Dequeue();
        }
    }

    [GeneratedRegex(@"with the password (\S+)")]
    private static partial Regex FirstPassword();
}
