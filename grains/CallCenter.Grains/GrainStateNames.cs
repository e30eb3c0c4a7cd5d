namespace CallCenter.Grains;

/// <summary>Where grains for outside work keep their state.</summary>
public static class GrainStateNames
{
    /// <summary>The storage that a silo provides; it throws while the database is away.</summary>
    public const string Storage = "durable";
}
