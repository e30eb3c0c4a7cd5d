namespace CallCenter.Load.Results;

/// <summary>
/// What part of a run is measured: a warm-up goes before it, the end of the last calls comes after it. Everything that measures looks at
/// the same window.
/// </summary>
/// <param name="startMicros">When the first call could be due.</param>
/// <param name="warmUp">Calls due in this time count as offered, answered, failed, but in no percentile and no CPU per call.</param>
/// <param name="measured">How long calls arrive after the warm-up.</param>
internal sealed class RunWindow(long startMicros, TimeSpan warmUp, TimeSpan measured)
{
    private long _toMicros = startMicros + Micros(warmUp) + Micros(measured);

    public long StartMicros => startMicros;

    public TimeSpan WarmUp => warmUp;

    public long MeasuredFromMicros => startMicros + Micros(warmUp);

    public long MeasuredToMicros => Volatile.Read(ref _toMicros);

    public TimeSpan Measured => TimeSpan.FromMicroseconds(MeasuredToMicros - MeasuredFromMicros);

    public bool Contains(long micros) => micros >= MeasuredFromMicros && micros < MeasuredToMicros;

    /// <summary>No call is due from now on, although more were planned: rates count up to here.</summary>
    public void EndEarly(long micros) =>
        Volatile.Write(ref _toMicros, Math.Clamp(micros, MeasuredFromMicros, MeasuredToMicros));

    private static long Micros(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;
}
