using System.Data.Common;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.History;
using CallCenter.History.Columns;
using Npgsql;

namespace CallCenter.History.Reading;

/// <summary>Reads pages of the audit log.</summary>
internal static class AuditPages
{
    public static async Task<AuditPage> Read(
        NpgsqlConnection connection, ProjectId project, AuditQuery query, CancellationToken cancellation)
    {
        var (rows, goesOn, total) = await Statements(project, query).Read(connection, ReadRow, cancellation).ConfigureAwait(false);
        return new AuditPage(rows, goesOn ? rows[^1].Cursor : null, total);
    }

    private static PageStatements Statements(ProjectId project, AuditQuery query)
    {
        var page = new PageStatements
        {
            Columns = "sequence, at, kind, target, detail, times, actor_kind, actor, actor_key, access, address",
            From = "audit",
            Key = "at",
            Tie = "sequence",
            Descending = query.Descending,
            After = query.After is { } after ? (HistoryTime.Utc(after.At), after.Sequence) : null,
            Size = query.Size,
        };
        page.Where("project = @project", "project", project.Value);
        page.Where("at >= @from", "from", query.From is { } from ? HistoryTime.Utc(from) : null);
        page.Where("at < @to", "to", query.To is { } to ? HistoryTime.Utc(to) : null);
        page.Where("actor = @actor", "actor", query.Actor);
        page.Where("kind = @kind", "kind", (short?)query.Kind);
        return page;
    }

    private static AuditRow ReadRow(DbDataReader from) => new(
        from.GetInt64(0), ColumnTypes.Time.Read(from, 1),
        new AuditEntry(
            (AuditKind)from.GetInt16(2),
            new AuditActor(
                (ActorKind)from.GetInt16(6), ColumnTypes.OptionalText.Read(from, 7), ColumnTypes.OptionalText.Read(from, 8),
                from.IsDBNull(9) ? null : (AccessLevel)from.GetInt16(9), ColumnTypes.OptionalText.Read(from, 10)),
            ColumnTypes.OptionalText.Read(from, 3), ColumnTypes.OptionalText.Read(from, 4), from.GetInt32(5)));
}
