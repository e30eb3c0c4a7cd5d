using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CallCenter.Silo.Telemetry;

/// <summary>A histogram of durations that asks for the time only while somebody listens.</summary>
internal sealed class MeasuredTime(Histogram<double> histogram)
{
    public bool IsWanted => histogram.Enabled;

    /// <summary>A time stamp for <see cref="End"/>; 0 while nobody listens.</summary>
    public long Begin() => histogram.Enabled ? Stopwatch.GetTimestamp() : 0;

    public void End(long began)
    {
        if (began != 0)
        {
            histogram.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        }
    }
}
