namespace CallCenter.History.Columns;

/// <summary>Unix milliseconds here, timestamptz in the database.</summary>
internal static class HistoryTime
{
    public static long UnixMs(DateTime utc) => (utc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;

    public static DateTime Utc(long unixMs) => DateTime.UnixEpoch.AddMilliseconds(unixMs);
}
