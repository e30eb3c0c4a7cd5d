namespace CallCenter.Abstractions.Ports;

/// <summary>From where on somebody has to look, long before calls suffer.</summary>
public sealed record AlarmLimits
{
    /// <summary>So many events that are not in PostgreSQL yet: some 35,000 calls.</summary>
    public long BacklogEvents { get; init; } = 500_000;

    /// <summary>How long the oldest of them waits.</summary>
    public TimeSpan BacklogAge { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Bytes left on the file system of the data folder.</summary>
    public long FreeDiskBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Share of it that is left; the larger of the two limits counts.</summary>
    public double FreeDiskPercent { get; init; } = 5;
}
