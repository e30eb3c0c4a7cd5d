using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CallCenter.History.Postgres;

/// <summary>An installed PostgreSQL: the folder of its programs and its major version.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    private static readonly string[] VersionedFolders = ["/usr/lib/postgresql", "/usr/pgsql-*", "/opt/homebrew/opt", "/usr/local/opt"];

    public string Postgres => Path.Combine(Folder, "postgres");

    public string InitDb => Path.Combine(Folder, "initdb");

    /// <summary>
    /// The newest one that is installed, or the one of the version that made the cluster. Throws
    /// <see cref="PostgresUnavailableException"/>.
    /// </summary>
    public static PostgresBinaries Find(int? clusterMajor)
    {
        var installed = Candidates().Distinct().Where(IsComplete).Select(folder => new PostgresBinaries(folder, MajorOf(folder)))
            .OrderByDescending(binaries => binaries.Major).ToList();
        if (installed.Count == 0)
        {
            throw new PostgresUnavailableException(
                "PostgreSQL is not installed: no folder with postgres and initdb on the PATH or in /usr/lib/postgresql. Install it "
                + "(Debian, Ubuntu: apt-get install postgresql) or set ConnectionStrings__History to a server.");
        }
        return clusterMajor is null
            ? installed[0]
            : installed.Find(binaries => binaries.Major == clusterMajor) ?? throw new PostgresUnavailableException(
                $"The database was made by PostgreSQL {clusterMajor}, but only "
                + $"{string.Join(", ", installed.Select(binaries => binaries.Major))} is installed. "
                + $"Install PostgreSQL {clusterMajor}, or upgrade the cluster with pg_upgrade.");
    }

    /// <summary>
    /// The newest installed one of the programs that clients use (<c>pg_dump</c>, <c>pg_restore</c>): a newer one works with older servers.
    /// Throws <see cref="PostgresUnavailableException"/>.
    /// </summary>
    public static string Client(string name) =>
        Candidates().Distinct().Select(folder => Path.Combine(folder, name)).Where(File.Exists).MaxBy(VersionOf)
        ?? throw new PostgresUnavailableException(
            $"{name} is not installed: not on the PATH and not in /usr/lib/postgresql. Install it (Debian, Ubuntu: apt-get install "
            + "postgresql-client).");

    private static IEnumerable<string> Candidates()
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        foreach (var folder in path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            yield return folder;
        }
        foreach (var pattern in VersionedFolders)
        {
            var parent = pattern.Contains('*', StringComparison.Ordinal) ? Path.GetDirectoryName(pattern)! : pattern;
            var name = pattern.Contains('*', StringComparison.Ordinal) ? Path.GetFileName(pattern) : "*";
            foreach (var version in Directory.Exists(parent) ? Directory.GetDirectories(parent, name) : [])
            {
                yield return Path.Combine(version, "bin");
            }
        }
    }

    private static bool IsComplete(string folder) =>
        File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb"));

    private static int MajorOf(string folder) => VersionOf(Path.Combine(folder, "postgres"));

    private static int VersionOf(string program)
    {
        var version = new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true };
        using var process = Process.Start(version)!;
        var text = process.StandardOutput.ReadToEnd(); // postgres (PostgreSQL) 15.13 (Debian 15.13-0+deb12u1)
        process.WaitForExit();
        return FirstNumber().Match(text) is { Success: true } number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex FirstNumber();
}
