namespace CallCenter.Web.Cluster;

/// <summary>Tells that a silo did not answer from everything else that goes wrong.</summary>
public static class SilosAway
{
    public static bool Caused(Exception failure) => failure is OrleansException or TimeoutException or SiloIsAwayException;
}

/// <summary>Nobody can say it right now, because a silo is away.</summary>
public sealed class SiloIsAwayException() : Exception("A silo of the call center cannot be reached.");
