using System.Data.Common;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.History;
using Npgsql;

namespace CallCenter.History.Reading;

/// <summary>Reads pages of the audit log.</summary>
internal static class AuditPages
{
    public static async Task<AuditPage> Read(NpgsqlConnection connection, AuditQuerySql sql, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { sql.Page(), sql.Count() } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var rows = new List<AuditRow>(sql.Size + 1);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            rows.Add(ReadRow(reader));
        }
        await reader.NextResultAsync(cancellation).ConfigureAwait(false);
        await reader.ReadAsync(cancellation).ConfigureAwait(false);
        var total = (int)reader.GetInt64(0);
        if (rows.Count <= sql.Size)
        {
            return new AuditPage(rows, null, total);
        }
        rows.RemoveAt(sql.Size);
        return new AuditPage(rows, rows[^1].Cursor, total);
    }

    private static AuditRow ReadRow(DbDataReader from) => new(
        from.GetInt64(0), CallColumns.Time(from, 1),
        new AuditEntry(
            (AuditKind)from.GetInt16(2),
            new AuditActor(
                (ActorKind)from.GetInt16(6), Text(from, 7), Text(from, 8), from.IsDBNull(9) ? null : (AccessLevel)from.GetInt16(9),
                Text(from, 10)),
            Text(from, 3), Text(from, 4), from.GetInt32(5)));

    private static string? Text(DbDataReader from, int column) => from.IsDBNull(column) ? null : from.GetString(column);
}
