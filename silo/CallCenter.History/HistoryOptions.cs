using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Ports;

namespace CallCenter.History;

/// <summary>Where history is kept.</summary>
/// <param name="DataFolder">The silo's data folder, held by this process: the private server lives in its <c>postgres</c>.</param>
/// <param name="ConnectionString">A PostgreSQL server of one's own; null or empty starts the private one.</param>
public sealed record HistoryOptions(string DataFolder, string? ConnectionString = null)
{
    /// <summary>The folder of the private server in the data folder.</summary>
    public const string DatabaseName = "postgres";

    /// <summary>Most events a shipped batch holds (about; a turn is never cut).</summary>
    public int BatchEvents { get; init; } = 5000;

    /// <summary>
    /// How long events wait for company before they are shipped: that much later a page finds an ended call. A batch costs this process
    /// 4–5 ms of CPU however small it is (some twenty round trips), so at 200 calls/s a tenth of a second meant 0.26 ms per call, half a
    /// second 0.1 ms.
    /// </summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How many events, waiting how long for PostgreSQL, raise an alarm.</summary>
    public AlarmLimits Alarms { get; init; } = new();

    /// <summary>Entries of the audit log that are older are deleted.</summary>
    public TimeSpan KeepAudit { get; init; } = AuditEntry.UsuallyKept;

    /// <summary>The pause after a failure doubles from a quarter of a second up to this.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>While nothing happens, how often PostgreSQL is asked whether it still has everything.</summary>
    public TimeSpan LookAgain { get; init; } = TimeSpan.FromSeconds(15);

    internal string DatabaseFolder => Path.Combine(DataFolder, DatabaseName);
}
