using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CallCenter.History.Postgres;

/// <summary>One run of <c>postgres</c>.</summary>
internal sealed class ServerProcess : IDisposable
{
    /// <summary>
    /// SIGINT: fast shutdown, ends connections and writes a checkpoint. SIGQUIT: immediate, the next start recovers. SIGKILL.
    /// </summary>
    private static readonly int[] Signals = [2, 3, 9];

    private const int MostLines = 20;
    private readonly Process _process;
    private readonly Queue<string> _lastLines = new();

    private ServerProcess(Process process) => _process = process;

    public int Pid => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>The last lines it wrote before its log file was open: why it did not start.</summary>
    public string LastLines
    {
        get
        {
            lock (_lastLines)
            {
                return _lastLines.Count == 0 ? $"exit code {_process.ExitCode}" : string.Join(" | ", _lastLines);
            }
        }
    }

    public static ServerProcess Start(PostgresBinaries binaries, ServerFolder folder, ServerAccount account)
    {
        var arguments = Arguments(folder);
        // Its own process group: Ctrl+C in a terminal reaches us only, and we end the server when the last batch is shipped.
        var start = File.Exists("/usr/bin/setsid")
            ? account.Program("/usr/bin/setsid", [binaries.Postgres, .. arguments])
            : account.Program(binaries.Postgres, arguments);
        var server = new ServerProcess(new Process { StartInfo = start });
        server._process.OutputDataReceived += (_, line) => server.Keep(line.Data);
        server._process.ErrorDataReceived += (_, line) => server.Keep(line.Data);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        return server;
    }

    public Task WaitForExit(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    /// <summary>Fast shutdown; immediate if that takes too long; killed at last.</summary>
    public async Task Stop()
    {
        foreach (var signal in Signals)
        {
            if (_process.HasExited)
            {
                return;
            }
            _ = Signal(_process.Id, signal);
            using var bound = new CancellationTokenSource(TimeSpan.FromMilliseconds(1500));
            await _process.WaitForExitAsync(bound.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The same for a server that is no child of ours, so that only looking tells when it is gone.</summary>
    public static async Task EndOrphan(int pid, Func<bool> runs)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        foreach (var signal in Signals)
        {
            _ = Signal(pid, signal);
            for (var looks = 0; looks < 250 && runs(); looks++)
            {
                await timer.WaitForNextTickAsync().ConfigureAwait(false);
            }
        }
    }

    public void Dispose() => _process.Dispose();

    /// <summary>
    /// Small, quiet, reachable over the socket only. Given at every start, so that the cluster's files keep PostgreSQL's defaults.
    /// </summary>
    private static List<string> Arguments(ServerFolder folder)
    {
        (string Name, string Value)[] settings =
        [
            ("listen_addresses", ""),
            ("unix_socket_directories", folder.Socket),
            ("unix_socket_permissions", "0700"),
            ("max_connections", "40"),
            ("shared_buffers", "64MB"),
            ("work_mem", "16MB"),
            ("maintenance_work_mem", "64MB"),
            ("max_wal_size", "512MB"),
            ("checkpoint_timeout", "15min"),
            ("random_page_cost", "1.1"),
            // The journal is the truth: what a crash takes from the last half second is shipped again from it.
            ("synchronous_commit", "off"),
            // No replica follows a private cluster.
            ("wal_level", "minimal"),
            ("max_wal_senders", "0"),
            // Compiling queries of a few milliseconds costs more than it gives, and containers have little /dev/shm for parallel workers.
            ("jit", "off"),
            ("max_parallel_workers_per_gather", "0"),
            ("logging_collector", "on"),
            ("log_directory", folder.Log),
            ("log_filename", "postgresql-%a.log"), // a week of files, each overwritten when its day comes again
            ("log_rotation_age", "1d"),
            ("log_rotation_size", "0"),
            ("log_truncate_on_rotation", "on"),
            ("log_min_messages", "warning"),
        ];
        var arguments = new List<string> { "-D", folder.Cluster };
        foreach (var (name, value) in settings)
        {
            arguments.Add("-c");
            arguments.Add($"{name}={value}");
        }
        return arguments;
    }

    private void Keep(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }
        lock (_lastLines)
        {
            _lastLines.Enqueue(line.Trim());
            if (_lastLines.Count > MostLines)
            {
                _lastLines.Dequeue();
            }
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int pid, int signal);
}
