using System.ComponentModel;
using System.Diagnostics;
using CallCenter.History.Postgres;
using Npgsql;

namespace CallCenter.History.Backups;

/// <summary>
/// One of PostgreSQL's own programs, run against a database. Passwords go by the environment, where others cannot see them.
/// </summary>
internal static class PostgresTool
{
    /// <summary>Throws <see cref="PostgresUnavailableException"/> when it is not installed or fails, with what it said.</summary>
    public static async Task Run(string name, string connectionString, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(PostgresBinaries.Client(name), arguments)
        {
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var variable in start.Environment.Keys.Where(key => key.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(variable);
        }
        foreach (var (variable, value) in Variables(new NpgsqlConnectionStringBuilder(connectionString)))
        {
            start.Environment[variable] = value;
        }
        try
        {
            await Run(name, start, cancellation).ConfigureAwait(false);
        }
        catch (Win32Exception failure)
        {
            throw new PostgresUnavailableException($"{start.FileName} cannot be started: {failure.Message}", failure);
        }
    }

    private static async Task Run(string name, ProcessStartInfo start, CancellationToken cancellation)
    {
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
        if (process.ExitCode != 0)
        {
            throw new PostgresUnavailableException($"{name} failed: {(await errors.ConfigureAwait(false)).Trim()}");
        }
    }

    private static IEnumerable<(string Name, string Value)> Variables(NpgsqlConnectionStringBuilder to)
    {
        yield return ("PGHOST", to.Host ?? "localhost");
        yield return ("PGPORT", $"{to.Port}");
        yield return ("PGDATABASE", to.Database ?? to.Username ?? "");
        yield return ("PGCONNECT_TIMEOUT", "10");
        yield return ("PGSSLMODE", to.SslMode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            var mode => mode.ToString().ToLowerInvariant(),
        });
        if (to.Username is { Length: > 0 } user)
        {
            yield return ("PGUSER", user);
        }
        if (to.Password is { Length: > 0 } password)
        {
            yield return ("PGPASSWORD", password);
        }
    }
}
