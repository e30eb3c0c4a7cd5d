using CallCenter.Abstractions;
using CallCenter.Abstractions.History;
using Npgsql;

namespace CallCenter.History.Reading;

/// <summary>
/// The two statements of a page of the audit log: its rows (one more than asked for, to know whether another page follows) and the count.
/// Only conditions that were asked for are written, so that the planner sees which index fits.
/// </summary>
internal sealed class AuditQuerySql
{
    private readonly List<string> _conditions = [];
    private readonly List<NpgsqlParameter> _parameters = [];
    private readonly AuditQuery _query;

    public AuditQuerySql(ProjectId project, AuditQuery query)
    {
        _query = query with { Size = Math.Clamp(query.Size, 1, 500) };
        Where("project = @project", "project", project.Value);
        Where("at >= @from", "from", query.From is { } from ? CallColumns.Utc(from) : null);
        Where("at < @to", "to", query.To is { } to ? CallColumns.Utc(to) : null);
        Where("actor = @actor", "actor", query.Actor);
        Where("kind = @kind", "kind", (short?)query.Kind);
    }

    public int Size => _query.Size;

    public NpgsqlBatchCommand Page()
    {
        var (conditions, parameters) = (new List<string>(_conditions), Copy());
        if (_query.After is { } after)
        {
            conditions.Add($"(at, sequence) {(_query.Descending ? '<' : '>')} (@afterAt, @afterSequence)");
            parameters.Add(new NpgsqlParameter("afterAt", CallColumns.Utc(after.At)));
            parameters.Add(new NpgsqlParameter("afterSequence", after.Sequence));
        }
        var direction = _query.Descending ? "DESC" : "ASC";
        return Command(
            "SELECT sequence, at, kind, target, detail, times, actor_kind, actor, actor_key, access, address FROM audit "
            + $"WHERE {string.Join(" AND ", conditions)} ORDER BY at {direction}, sequence {direction} LIMIT {_query.Size + 1}",
            parameters);
    }

    public NpgsqlBatchCommand Count() => Command(
        $"SELECT count(*) FROM (SELECT FROM audit WHERE {string.Join(" AND ", _conditions)} LIMIT {CallPage.CountedUpTo}) counted",
        Copy());

    private void Where(string condition, string parameter, object? value)
    {
        if (value is not null)
        {
            _conditions.Add(condition);
            _parameters.Add(new NpgsqlParameter(parameter, value));
        }
    }

    /// <summary>A parameter belongs to one command only.</summary>
    private List<NpgsqlParameter> Copy() => [.. _parameters.Select(parameter => parameter.Clone())];

    private static NpgsqlBatchCommand Command(string sql, List<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(parameters.ToArray());
        return command;
    }
}
