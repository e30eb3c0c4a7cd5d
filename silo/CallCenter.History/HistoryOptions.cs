namespace CallCenter.History;

/// <summary>Where history is kept.</summary>
/// <param name="DataFolder">The silo's data folder, held by this process: the private server lives in its <c>postgres</c>.</param>
/// <param name="ConnectionString">A PostgreSQL server of one's own; null or empty starts the private one.</param>
public sealed record HistoryOptions(string DataFolder, string? ConnectionString = null)
{
    /// <summary>Most events a shipped batch holds (about; a turn is never cut).</summary>
    public int BatchEvents { get; init; } = 5000;

    /// <summary>
    /// How long events wait for company before they are shipped: that much later a page finds an ended call. A batch costs this process
    /// 4–5 ms of CPU however small it is (some twenty round trips), so at 200 calls/s a tenth of a second meant 0.26 ms per call, half a
    /// second 0.1 ms.
    /// </summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>So many events that are not in PostgreSQL raise an alarm.</summary>
    public long AlarmEvents { get; init; } = 500_000;

    /// <summary>An event that waits for PostgreSQL for so long raises an alarm.</summary>
    public TimeSpan AlarmAge { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Entries of the audit log that are older are deleted.</summary>
    public TimeSpan KeepAudit { get; init; } = TimeSpan.FromDays(730);

    /// <summary>The pause after a failure doubles from a quarter of a second up to this.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(5);
}
