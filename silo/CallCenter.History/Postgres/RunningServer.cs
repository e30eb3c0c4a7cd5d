using Npgsql;

namespace CallCenter.History.Postgres;

/// <summary>The private server of a data folder that another process keeps running.</summary>
internal static class RunningServer
{
    /// <summary>Line of <c>postmaster.pid</c> that names the folder of the socket.</summary>
    private const int SocketLine = 4;

    /// <summary>How to reach it; null when it does not run. <paramref name="folder"/>: <c>postgres</c> of the data folder.</summary>
    public static string? ConnectionString(string folder)
    {
        var pidFile = ServerFolder.PidFileOf(folder);
        return File.Exists(pidFile) && File.ReadAllLines(pidFile) is { Length: > SocketLine } lines
            ? new NpgsqlConnectionStringBuilder
            {
                Host = lines[SocketLine].Trim(),
                Username = EmbeddedPostgres.Superuser,
                Database = EmbeddedPostgres.Database,
                Timeout = 5,
            }.ConnectionString
            : null;
    }
}
