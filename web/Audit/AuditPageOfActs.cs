using CallCenter.Abstractions;
using CallCenter.Abstractions.History;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Web.Audit;

/// <summary>The entries a page shows, newest first, with the ways to the pages beside it.</summary>
/// <param name="Previous">Null on the first page.</param>
/// <param name="Next">Null on the last page.</param>
public sealed record AuditPageOfActs(IReadOnlyList<AuditRow> Rows, AuditCursor? Previous, AuditCursor? Next, int Total)
{
    /// <summary>Whether there are more than were counted.</summary>
    public bool TotalIsAtLeast => Total >= CallPage.CountedUpTo;

    public static async Task<AuditPageOfActs> Read(
        IHistoryReader history, ProjectId project, AuditFilter filter, AuditQuery query, CancellationToken cancellation)
    {
        var page = await history.Audit(project, query, cancellation);
        if (filter.Before is null)
        {
            var previous = filter.After is null || page.Rows is [] ? null : page.Rows[0].Cursor;
            return new AuditPageOfActs(page.Rows, previous, page.Next, page.Total);
        }

        if (page.Next is not null)
            return new AuditPageOfActs([.. page.Rows.Reverse()], page.Rows[^1].Cursor, page.Rows[0].Cursor, page.Total);
        // Nothing lies further in front: the first page is shown whole instead of what is left of it.
        page = await history.Audit(project, query with { After = null, Descending = true }, cancellation);
        return new AuditPageOfActs(page.Rows, null, page.Next, page.Total);
    }
}
