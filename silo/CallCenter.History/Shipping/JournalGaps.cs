using CallCenter.Abstractions;
using CallCenter.Journal;
using Dapper;
using Npgsql;

namespace CallCenter.History.Shipping;

/// <summary>
/// The table of events that calls and reports do without: those the journal no longer had when the database came (recorded by the
/// shipper), and those that PostgreSQL rejects and an operator gave up (recorded by him).
/// </summary>
internal static class JournalGaps
{
    public static Task Record(
        NpgsqlConnection connection, ProjectId project, long firstMissing, long lastMissing, CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO journal_gaps (project, first_missing, last_missing) VALUES (@Project, @First, @Last)",
            new { Project = project.Value, First = firstMissing, Last = lastMissing },
            cancellationToken: cancellation));

    /// <summary>Whether an operator gave up this turn.</summary>
    public static async Task<bool> Cover(NpgsqlDataSource database, JournalTurn turn, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            SELECT EXISTS (
                SELECT FROM journal_gaps WHERE project = @Project AND first_missing <= @First AND last_missing >= @Last)
            """,
            new { Project = turn.Project.Value, First = turn.FirstSequence, Last = turn.LastSequence },
            cancellationToken: cancellation)).ConfigureAwait(false);
    }
}
