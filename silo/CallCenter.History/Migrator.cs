using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace CallCenter.History;

/// <summary>
/// Brings the database to the schema of this program: the scripts of <c>Migrations/</c>, by number, in one transaction under an advisory
/// lock, so that two starting programs do it once. What was applied must still be what it was (checksum). Committed to the disk, also by a
/// server whose other commits are not: nothing else would make the tables again.
/// </summary>
public static class Migrator
{
    private const long LockKey = 0x63616C6C63656E74; // "callcent"

    private sealed record Script(int Number, string Name, string Sql, string Checksum);

    private sealed record Applied(int Number, string Name, string Checksum);

    /// <summary>
    /// Returns how many scripts were applied. Throws <see cref="MigrationException"/> when the database is not ours to migrate.
    /// </summary>
    public static async Task<int> Migrate(NpgsqlDataSource database, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await connection.ExecuteAsync(
            "SET LOCAL synchronous_commit = on; SELECT pg_advisory_xact_lock(@LockKey)", new { LockKey }).ConfigureAwait(false);
        await connection.ExecuteAsync(
            $"""
            CREATE SCHEMA IF NOT EXISTS {HistoryDatabase.Schema};
            CREATE TABLE IF NOT EXISTS {HistoryDatabase.Schema}.migrations (
                number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now());
            """).ConfigureAwait(false);
        var rows = await connection.QueryAsync<Applied>("SELECT number, name, checksum FROM migrations").ConfigureAwait(false);
        var applied = rows.ToDictionary(one => one.Number);
        var scripts = Scripts();
        Verify(scripts, applied);
        var pending = scripts.Where(script => !applied.ContainsKey(script.Number)).ToList();
        foreach (var script in pending)
        {
            await using var command = new NpgsqlCommand(script.Sql, connection, transaction) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
            await connection.ExecuteAsync(
                "INSERT INTO migrations (number, name, checksum) VALUES (@Number, @Name, @Checksum)", script).ConfigureAwait(false);
        }
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        return pending.Count;
    }

    private static void Verify(List<Script> scripts, Dictionary<int, Applied> applied)
    {
        foreach (var script in scripts)
        {
            if (applied.TryGetValue(script.Number, out var before) && before.Checksum != script.Checksum)
            {
                throw new MigrationException(
                    $"Migration {before.Name} was changed after it was applied to this database. Migrations are never edited: "
                    + "add a new one.");
            }
        }
        if (applied.Values.FirstOrDefault(one => scripts.TrueForAll(script => script.Number != one.Number)) is { } unknown)
        {
            throw new MigrationException(
                $"The database has migration {unknown.Name}, which this program does not know: it was used by a newer "
                + "version. Start that version.");
        }
    }

    private static List<Script> Scripts()
    {
        var assembly = typeof(Migrator).Assembly;
        const string prefix = "CallCenter.History.Migrations.";
        var scripts = new List<Script>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
            var name = resource[prefix.Length..];
            var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
            scripts.Add(new Script(int.Parse(name.AsSpan(0, 3)), name, sql, checksum));
        }
        scripts.Sort((one, other) => one.Number.CompareTo(other.Number));
        return scripts;
    }
}

/// <summary>The database cannot be brought to the schema of this program; the message says what to do.</summary>
public sealed class MigrationException(string message) : Exception(message);
