using CallCenter.Abstractions.Audit;

namespace CallCenter.Abstractions.History;

/// <summary>What to look up in the audit log. Null filters fit all.</summary>
/// <param name="From">Unix milliseconds UTC, inclusive.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Actor">Name of who acted, as it was then, or under which a stranger tried to.</param>
/// <param name="After">Continue after this row; null starts at the first page.</param>
/// <param name="Size">Rows a page, 1–500.</param>
public sealed record AuditQuery(
    long? From = null, long? To = null, string? Actor = null, AuditKind? Kind = null, bool Descending = true, AuditCursor? After = null,
    int Size = 50);

/// <summary>The place of a row.</summary>
public sealed record AuditCursor(long At, long Sequence);

/// <summary>One entry of the audit log.</summary>
/// <param name="Sequence">Number of its event.</param>
/// <param name="At">Unix milliseconds UTC.</param>
public sealed record AuditRow(long Sequence, long At, AuditEntry Entry)
{
    public AuditCursor Cursor => new(At, Sequence);
}

/// <summary>A page of the audit log.</summary>
/// <param name="Next">Where the next page begins; null on the last one.</param>
/// <param name="Total">Number of rows that fit, counted up to <see cref="CallPage.CountedUpTo"/>.</param>
public sealed record AuditPage(IReadOnlyList<AuditRow> Rows, AuditCursor? Next, int Total);
