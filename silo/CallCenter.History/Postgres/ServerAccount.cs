using System.Diagnostics;

namespace CallCenter.History.Postgres;

/// <summary>
/// The system user that runs the server. PostgreSQL refuses to run as root, so root lends it the user <c>postgres</c> (made by every
/// PostgreSQL package) or, where there is none, a system user of our own. Anyone else runs it as himself.
/// </summary>
internal sealed class ServerAccount
{
    private const string OwnUser = "callcenter-pg";

    private ServerAccount(string? user) => User = user;

    /// <summary>Null: the user that we are.</summary>
    public string? User { get; }

    public static ServerAccount Choose()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new ServerAccount(null);
        }
        if (Exists("postgres"))
        {
            return new ServerAccount("postgres");
        }
        if (!Exists(OwnUser))
        {
            Run(
                "useradd", "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin",
                OwnUser);
        }
        return new ServerAccount(OwnUser);
    }

    /// <summary>A folder that only this user (and root) may enter.</summary>
    public void MakePrivateFolder(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        if (User is not null)
        {
            Run("chown", $"{User}:", folder);
        }
        VerifyAccess(folder);
    }

    /// <summary>How to start a program as this user.</summary>
    public ProcessStartInfo Program(string path, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            WorkingDirectory = "/", // ours may be closed to that user
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name); // a developer's PGDATA or PGPORT is not meant for this server
        }
        if (User is not null)
        {
            start.UserName = User;
        }
        return start;
    }

    private void VerifyAccess(string folder)
    {
        using var process = Process.Start(Program("/bin/sh", ["-c", "test -w \"$0\" && test -x \"$0\"", folder]))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new PostgresUnavailableException(
                $"PostgreSQL runs as the system user '{User ?? Environment.UserName}', who may not enter {folder}. Let him pass "
                + $"(chmod o+x on each folder above that is closed, for one {ServerPlace.ClosedAbove(folder)}), choose another data "
                + "folder with --data, or set ConnectionStrings__History to a server.");
        }
    }

    private static bool Exists(string user) =>
        File.Exists("/etc/passwd") && File.ReadLines("/etc/passwd").Any(line => line.StartsWith(user + ":", StringComparison.Ordinal));

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new PostgresUnavailableException($"{program} {string.Join(' ', arguments)} failed: {errors.Trim()}");
        }
    }
}
