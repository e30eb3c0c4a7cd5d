using CallCenter.Journal;
using CallCenter.Journal.Codecs;
using Npgsql;

namespace CallCenter.History.Shipping;

/// <summary>
/// PostgreSQL does not take one turn, whatever is tried: its rows conflict with what is there, or cannot be made. The message tells an
/// operator which events, why, and what he can do. It is tried again until then, and nothing after it is shipped.
/// </summary>
internal sealed class RejectedTurnException(JournalTurn turn, Exception rejection) : Exception(Describe(turn, rejection), rejection)
{
    /// <summary>
    /// Whether the failure lies in what is shipped, not in the server or the way to it: data that does not fit (class 22), a conflict
    /// (23), a limit of a row (54), or events that cannot be decoded.
    /// </summary>
    public static bool IsAboutContent(Exception failure) => failure switch
    {
        PostgresException { SqlState: var state } => state[..2] is "22" or "23" or "54",
        UnreadableEventException => true,
        _ => false,
    };

    private static string Describe(JournalTurn turn, Exception rejection)
    {
        var why = rejection is PostgresException { SqlState: var state, MessageText: var text } ? $"{state}: {text}" : rejection.Message;
        return $"PostgreSQL rejects the events {turn.FirstSequence} to {turn.LastSequence} of project {turn.Project}: {why}. Everything "
            + "before them is shipped, nothing after them. Remove what they conflict with; or leave them out of calls and reports (the "
            + "events themselves are kept) with: INSERT INTO history.journal_gaps (project, first_missing, last_missing) VALUES "
            + $"('{turn.Project.Value.Replace("'", "''", StringComparison.Ordinal)}', {turn.FirstSequence}, {turn.LastSequence});";
    }
}
