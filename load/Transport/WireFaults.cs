namespace CallCenter.Load.Transport;

/// <summary>
/// Loses and doubles datagrams of the generator's own sockets, in both directions, by chance of its own: the same seed loses the same
/// ones of the same traffic.
/// </summary>
/// <param name="lossShare">How many of all datagrams are lost (0 to 1).</param>
/// <param name="duplicateShare">How many of those that arrive do so twice (0 to 1).</param>
internal sealed class WireFaults(Random random, double lossShare, double duplicateShare)
{
    public long Lost { get; private set; }

    public long Duplicated { get; private set; }

    /// <summary>How often the next datagram arrives: 0, 1 or 2 times.</summary>
    public int Copies()
    {
        // Two draws for every datagram, so that another share of duplicates loses the same ones.
        var (loss, duplicate) = (random.NextDouble(), random.NextDouble());
        if (loss < lossShare)
        {
            Lost++;
            return 0;
        }

        if (duplicate < duplicateShare)
        {
            Duplicated++;
            return 2;
        }

        return 1;
    }
}
