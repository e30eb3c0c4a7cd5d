using CallCenter.Sip;

namespace CallCenter.Load.Transport;

/// <summary>
/// Chance for tags, branches and Call-IDs. Never seeded: two runs with the same seed are the same people, but their calls must not
/// have the same identifiers.
/// </summary>
internal sealed class LoadRandom : ISipRandom
{
    public ulong NextUInt64() => (ulong)Random.Shared.NextInt64(long.MinValue, long.MaxValue);
}
