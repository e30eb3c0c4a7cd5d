namespace CallCenter.Silo.Tests;

/// <summary>Real time that can be made to leap forward, so that a test of a 32-second timer takes milliseconds.</summary>
internal sealed class LeapingTime : TimeProvider
{
    private long _leapt;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _leapt));

    public override long GetTimestamp() =>
        base.GetTimestamp() + (long)(Interlocked.Read(ref _leapt) * ((double)TimestampFrequency / TimeSpan.TicksPerSecond));

    public void Leap(TimeSpan by) => Interlocked.Add(ref _leapt, by.Ticks);
}
