namespace CallCenter.Load.Results;

/// <summary>What part of a run is measured: a warm-up goes before it, the end of the last calls comes after it.</summary>
/// <param name="StartMicros">When the first call could be due.</param>
/// <param name="WarmUp">Calls due in this time count as offered, answered, failed, but in no percentile and no CPU per call.</param>
/// <param name="Measured">How long calls arrive after the warm-up.</param>
internal sealed record RunWindow(long StartMicros, TimeSpan WarmUp, TimeSpan Measured)
{
    public long MeasuredFromMicros => StartMicros + Micros(WarmUp);

    public long MeasuredToMicros => MeasuredFromMicros + Micros(Measured);

    public bool Contains(long micros) => micros >= MeasuredFromMicros && micros < MeasuredToMicros;

    private static long Micros(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;
}
