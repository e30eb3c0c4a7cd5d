namespace CallCenter.Sip.Tests;

/// <summary>Chance that counts up, so that identifiers in failures can be read.</summary>
internal sealed class FakeRandom : ISipRandom
{
    private ulong _next;

    public ulong NextUInt64() => ++_next;
}
