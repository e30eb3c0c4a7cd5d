using CallCenter.Abstractions.History;
using Npgsql;

namespace CallCenter.History.Reading;

/// <summary>
/// The two statements of a page of a long list: its rows (one more than asked for, to know whether another page follows) and the count up
/// to <see cref="CallPage.CountedUpTo"/>. Only conditions that were asked for are written, so that the planner sees which index fits.
/// </summary>
internal sealed class PageStatements
{
    private readonly List<string> _conditions = [];
    private readonly List<(string Name, object Value)> _parameters = [];

    public required string Columns { get; init; }

    public required string From { get; init; }

    /// <summary>The column that sorts.</summary>
    public required string Key { get; init; }

    /// <summary>The column that orders rows of the same key.</summary>
    public required string Tie { get; init; }

    public required bool Descending { get; init; }

    /// <summary>The place the page begins behind; null at the start of the list.</summary>
    public required (object Key, long Tie)? After { get; init; }

    public required int Size { get; init => field = Math.Clamp(value, 1, 500); }

    private string Source => $"FROM {From} WHERE {string.Join(" AND ", _conditions)}";

    public void Where(string condition) => _conditions.Add(condition);

    /// <summary>A condition without a value was not asked for.</summary>
    public void Where(string condition, string parameter, object? value)
    {
        if (value is not null)
        {
            _conditions.Add(condition);
            _parameters.Add((parameter, value));
        }
    }

    /// <summary>Another value that a condition names.</summary>
    public void With(string parameter, object value) => _parameters.Add((parameter, value));

    public NpgsqlBatchCommand Page()
    {
        var (beyond, direction) = Descending ? ('<', "DESC") : ('>', "ASC");
        var behind = After is null ? "" : $" AND ({Key}, {Tie}) {beyond} (@key, @after)";
        var command = Command($"SELECT {Columns} {Source}{behind} ORDER BY {Key} {direction}, {Tie} {direction} LIMIT {Size + 1}");
        if (After is { } after)
        {
            command.Parameters.Add(new NpgsqlParameter("key", after.Key));
            command.Parameters.Add(new NpgsqlParameter("after", after.Tie));
        }
        return command;
    }

    /// <summary>Reads the page in one round trip.</summary>
    public async Task<(List<T> Rows, bool GoesOn, int Total)> Read<T>(
        NpgsqlConnection connection, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Page(), Count() } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var rows = await reader.ReadList(read, cancellation).ConfigureAwait(false);
        await reader.ReadAsync(cancellation).ConfigureAwait(false);
        var total = (int)reader.GetInt64(0);
        var goesOn = rows.Count > Size;
        if (goesOn)
        {
            rows.RemoveAt(Size);
        }
        return (rows, goesOn, total);
    }

    private NpgsqlBatchCommand Count() =>
        Command($"SELECT count(*) FROM (SELECT {Source} LIMIT {CallPage.CountedUpTo}) counted");

    private NpgsqlBatchCommand Command(string sql)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var (name, value) in _parameters)
        {
            command.Parameters.Add(new NpgsqlParameter(name, value));
        }
        return command;
    }
}
