using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace CallCenter.History.Postgres;

/// <summary>
/// The folder of the private server: <c>cluster</c> (PostgreSQL's data), <c>log</c>, and the socket. Only the server's user may enter.
/// </summary>
internal sealed class ServerFolder(string path)
{
    /// <summary>A socket's path may have 107 bytes; its name takes <c>/.s.PGSQL.5432</c>.</summary>
    private const int LongestSocketFolder = 90;

    public string Cluster { get; } = ClusterOf(path);

    public string Log { get; } = Path.Combine(path, "log");

    /// <summary>
    /// Where the socket lies: in the folder itself, or in a folder of its own under /tmp where the path would be too long.
    /// </summary>
    public string Socket { get; } = path.Length <= LongestSocketFolder ? path : Directory.CreateTempSubdirectory("callcenter-pg-").FullName;

    /// <summary>The major version of the cluster; null when there is none yet.</summary>
    public int? Major => File.Exists(VersionFile) ? int.Parse(File.ReadAllText(VersionFile).Trim(), CultureInfo.InvariantCulture) : null;

    private string VersionFile => Path.Combine(Cluster, "PG_VERSION");

    private string PidFile => PidFileOf(path);

    public static string ClusterOf(string folder) => Path.Combine(folder, "cluster");

    /// <summary>What PostgreSQL writes while the server runs: its process, its socket and more, a line each.</summary>
    public static string PidFileOf(string folder) => Path.Combine(ClusterOf(folder), "postmaster.pid");

    /// <summary>Makes what is missing. The cluster is made aside and renamed, so that a half-made one is never used.</summary>
    public async Task Prepare(PostgresBinaries binaries, ServerAccount account, string superuser, ILogger logger)
    {
        account.MakePrivateFolder(path);
        account.MakePrivateFolder(Log);
        if (Socket != path)
        {
            account.MakePrivateFolder(Socket);
        }
        if (Major is not null)
        {
            return;
        }
        logger.ClusterIsMade(path);
        var unfinished = Cluster + ".new";
        var failure = await Init(binaries, account, superuser, unfinished).ConfigureAwait(false);
        if (failure is not null)
        {
            throw new PostgresUnavailableException($"{binaries.InitDb} failed: {failure}");
        }
        Directory.Move(unfinished, Cluster);
    }

    /// <summary>
    /// Ends a server that an earlier run left behind when it was killed, and clears a pid file whose number belongs to another program
    /// by now (in a container the same small numbers come again at every start).
    /// </summary>
    public async Task StopOrphan(ILogger logger)
    {
        if (!File.Exists(PidFile) || !int.TryParse(File.ReadLines(PidFile).FirstOrDefault(), out var pid))
        {
            return;
        }
        if (IsOurServer(pid))
        {
            logger.OrphanIsStopped(pid);
            await ServerProcess.EndOrphan(pid, () => IsOurServer(pid)).ConfigureAwait(false);
        }
        File.Delete(PidFile);
    }

    public void RemoveTemporarySocketFolder()
    {
        if (Socket != path && Directory.Exists(Socket))
        {
            Directory.Delete(Socket, recursive: true);
        }
    }

    /// <summary>
    /// Whether a server of this cluster runs under this number. A dead one that nobody reaped has no command line and is none.
    /// </summary>
    private bool IsOurServer(int pid)
    {
        try
        {
            var commandLine = $"/proc/{pid}/cmdline";
            if (Directory.Exists("/proc/self"))
            {
                return File.Exists(commandLine) && File.ReadAllText(commandLine).Contains(Cluster, StringComparison.Ordinal);
            }
            using var process = Process.GetProcessById(pid);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is ArgumentException or IOException)
        {
            return false;
        }
    }

    /// <summary>C.UTF-8 sorts alike everywhere; systems without it have C. What went wrong; null when it went well.</summary>
    private static async Task<string?> Init(PostgresBinaries binaries, ServerAccount account, string superuser, string folder)
    {
        string? failure = null;
        foreach (var locale in (string[])["C.UTF-8", "C"])
        {
            string[] arguments =
            [
                "--pgdata", folder, "--username", superuser, "--encoding", "UTF8", "--locale", locale,
                "--auth-local", "trust", "--auth-host", "reject",
            ];
            failure = await Run(account.Program(binaries.InitDb, arguments), folder).ConfigureAwait(false);
            if (failure is null || !failure.Contains("locale", StringComparison.OrdinalIgnoreCase))
            {
                return failure;
            }
        }
        return failure;
    }

    private static async Task<string?> Run(ProcessStartInfo start, string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync().ConfigureAwait(false);
        await output.ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        return process.ExitCode == 0 ? null : errors.Trim();
    }
}
