using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;

namespace CallCenter.History.Shipping;

/// <summary>The rows of the audit log.</summary>
internal sealed class AuditRows
{
    public CopyTable Table { get; } = new(
        "audit", "project", "sequence", "at", "kind", "actor_kind", "actor", "actor_key", "access", "address", "target", "detail", "times");

    public void Add(ProjectId project, long sequence, long at, AuditEntry entry)
    {
        Table.BeginRow();
        Table.Text(project.Value);
        Table.Int64(sequence);
        Table.Time(at);
        Table.Int16((byte)entry.Kind);
        Table.Int16((byte)entry.Actor.Kind);
        Table.Text(entry.Actor.Name);
        Table.Text(entry.Actor.Key);
        if (entry.Actor.Access is { } access)
        {
            Table.Int16((byte)access);
        }
        else
        {
            Table.Null();
        }
        Table.Text(entry.Actor.Address);
        Table.Text(entry.Target);
        Table.Text(entry.Detail);
        Table.Int32(entry.Times);
    }
}
