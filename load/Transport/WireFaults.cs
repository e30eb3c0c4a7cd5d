namespace CallCenter.Load.Transport;

/// <summary>How a datagram arrives: not at all, once, twice, and how much later than it should.</summary>
internal readonly record struct Passage(int Copies, TimeSpan Delay)
{
    public static readonly Passage Usual = new(1, TimeSpan.Zero);
}

/// <summary>
/// Loses, doubles and reorders datagrams of the generator's own sockets, in both directions, by chance of its own: the same seed loses
/// the same ones of the same traffic.
/// </summary>
/// <param name="lossShare">How many of all datagrams are lost (0 to 1).</param>
/// <param name="duplicateShare">How many of those that arrive do so twice (0 to 1).</param>
/// <param name="reorderShare">How many of those that arrive do so late, so that later ones overtake them (0 to 1).</param>
internal sealed class WireFaults(Random random, double lossShare, double duplicateShare, double reorderShare)
{
    /// <summary>Longer than most answers take, shorter than the first repetition of a request (T1).</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(100);

    public long Lost { get; private set; }

    public long Duplicated { get; private set; }

    public long Reordered { get; private set; }

    /// <summary>How the next datagram arrives.</summary>
    public Passage Next()
    {
        // As many draws for every datagram, so that another share of duplicates loses the same ones.
        var (loss, duplicate, reorder, delay) = (random.NextDouble(), random.NextDouble(), random.NextDouble(), random.NextDouble());
        if (loss < lossShare)
        {
            Lost++;
            return default;
        }

        var (isDouble, isLate) = (duplicate < duplicateShare, reorder < reorderShare);
        Duplicated += isDouble ? 1 : 0;
        Reordered += isLate ? 1 : 0;
        return new Passage(isDouble ? 2 : 1, isLate ? LongestDelay * delay : TimeSpan.Zero);
    }
}
