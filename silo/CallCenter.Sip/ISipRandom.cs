namespace CallCenter.Sip;

/// <summary>The stack's only source of chance: branches, tags, Call-IDs, nonces. Must be unpredictable in production.</summary>
public interface ISipRandom
{
    ulong NextUInt64();

    /// <summary>Whose tags and branches are made, where several share the stack; 0 for a stack with one.</summary>
    ushort Owner => 0;
}

/// <summary>Identifiers made from chance.</summary>
public static class SipRandoms
{
    public static SipTag NewTag(this ISipRandom random) => new(NonZero(random), random.Owner);

    public static SipBranch NewBranch(this ISipRandom random) => new(NonZero(random), random.Owner);

    /// <summary>A Call-ID of 128 random bits; no host part, which would only tell our address to strangers.</summary>
    public static string NewCallId(this ISipRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return string.Create(32, (random.NextUInt64(), random.NextUInt64()), static (text, ids) =>
        {
            ids.Item1.TryFormat(text, out _, "x16");
            ids.Item2.TryFormat(text[16..], out _, "x16");
        });
    }

    private static ulong NonZero(ISipRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var value = random.NextUInt64();
        return value == 0 ? 1 : value;
    }
}
