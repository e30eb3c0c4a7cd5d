using CallCenter.Abstractions;
using CallCenter.Abstractions.History;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Web.Calls;

/// <summary>The rows the journal shows, with the ways to the pages beside them.</summary>
/// <param name="Previous">Null on the first page.</param>
/// <param name="Next">Null on the last page.</param>
public sealed record PageOfCalls(IReadOnlyList<CallRow> Rows, CallCursor? Previous, CallCursor? Next, int Total)
{
    private static readonly IReadOnlyDictionary<CallId, IReadOnlyList<int>> NoSound = new Dictionary<CallId, IReadOnlyList<int>>();

    /// <summary>The recorded conversations that whoever asked may hear, of those of the calls that have any.</summary>
    public IReadOnlyDictionary<CallId, IReadOnlyList<int>> WithSound { get; private init; } = NoSound;

    /// <summary>Whether there are more calls than were counted.</summary>
    public bool TotalIsAtLeast => Total >= CallPage.CountedUpTo;

    public static async Task<PageOfCalls> Read(
        IHistoryReader history, ProjectId project, CallListFilter filter, CallQuery query, CancellationToken cancellation)
    {
        var page = await history.Calls(project, query, cancellation);
        if (filter.Before is not null && page.Next is null)
        {
            // Nothing lies further in front: the first page is shown whole instead of what is left of it.
            filter = filter.FirstPage();
            page = await history.Calls(project, query with { After = null, Descending = filter.Descending }, cancellation);
        }
        return (filter.Before is null ? Forward(page, filter) : Backward(page, filter)) with
        {
            WithSound = await history.WithSound(project, [.. page.Rows.Select(static row => row.Call)], query.HeardBy, cancellation),
        };
    }

    private static PageOfCalls Forward(CallPage page, CallListFilter filter) => new(
        page.Rows,
        filter.After is not null && page.Rows.Count > 0 ? CallCursor.At(page.Rows[0], filter.Sort) : null,
        page.Next,
        page.Total);

    private static PageOfCalls Backward(CallPage page, CallListFilter filter) => new(
        [.. page.Rows.Reverse()],
        CallCursor.At(page.Rows[^1], filter.Sort),
        CallCursor.At(page.Rows[0], filter.Sort),
        page.Total);
}
