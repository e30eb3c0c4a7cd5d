using CallCenter.Abstractions;
using Dapper;
using Npgsql;

namespace CallCenter.History.Shipping;

/// <summary>How far a project was shipped, and by which journal.</summary>
internal static class HighWater
{
    private sealed record Row(Guid Journal, long Sequence);

    /// <summary>
    /// The sequence up to which the database has the project; makes the row for a project that is new to it. Throws
    /// <see cref="WrongJournalException"/> when the database was filled from another journal.
    /// </summary>
    public static async Task<long> Read(NpgsqlConnection connection, ProjectId project, Guid journal, CancellationToken cancellation)
    {
        var row = await connection.QuerySingleAsync<Row>(new CommandDefinition(
            """
            INSERT INTO high_water (project, journal, sequence) VALUES (@Project, @Journal, 0)
            ON CONFLICT (project) DO UPDATE SET project = excluded.project
            RETURNING journal, sequence
            """,
            new { Project = project.Value, Journal = journal },
            cancellationToken: cancellation)).ConfigureAwait(false);
        return row.Journal == journal ? row.Sequence : throw new WrongJournalException(
            $"The database holds the history of project {project} from another data folder (journal {row.Journal}, this one is {journal}). "
            + "Use that data folder, or give this one a database of its own.");
    }

    /// <summary>Moves the mark inside the transaction of the rows; throws when it is not where this shipper left it.</summary>
    public static async Task Move(
        NpgsqlConnection connection, ProjectId project, Guid journal, long from, long to, CancellationToken cancellation)
    {
        var moved = await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE high_water SET sequence = @To, shipped_at = now()
            WHERE project = @Project AND journal = @Journal AND sequence = @From
            """,
            new { Project = project.Value, Journal = journal, From = from, To = to },
            cancellationToken: cancellation)).ConfigureAwait(false);
        if (moved != 1)
        {
            throw new WrongJournalException(
                $"The high-water mark of project {project} is not at {from} any more: another process ships the same project.");
        }
    }
}

/// <summary>The database and the journal do not belong together.</summary>
internal sealed class WrongJournalException(string message) : Exception(message);
