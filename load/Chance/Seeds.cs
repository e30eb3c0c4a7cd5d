namespace CallCenter.Load.Chance;

/// <summary>
/// Gives everybody in a simulation a source of chance of his own, derived from one seed and his name. The order in which the server
/// calls them then changes nobody's draws.
/// </summary>
public sealed class Seeds(int seed)
{
    public int Seed { get; } = seed;

    public Random For(string name)
    {
        // FNV-1a: string.GetHashCode differs from run to run.
        var hash = 2166136261u ^ (uint)Seed;
        foreach (var character in name)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return new Random((int)hash);
    }
}
