using CallCenter.Sip;

namespace CallCenter.Silo.Signaling.Targets;

/// <summary>
/// In which order servers are tried: by rank, then priority; within one priority by chance in proportion to the weights (RFC 2782). The
/// chance comes from the leg, so that after a restart it is the same order.
/// </summary>
internal static class ServerOrder
{
    /// <summary>More are not tried for one call.</summary>
    public const int MostTried = 8;

    public static List<SipFlow> Of(IReadOnlyList<ServerRecord> records, ulong chance)
    {
        var ways = new List<SipFlow>();
        foreach (var group in records.GroupBy(record => (record.Rank, record.Priority)).OrderBy(group => group.Key))
        {
            // Those without weight come first, so that they are taken seldom and not never.
            var left = group.OrderBy(record => record.Weight != 0).ToList();
            while (left.Count > 0 && ways.Count < MostTried)
            {
                var record = Take(left, chance = Next(chance));
                foreach (var address in record.Addresses.Take(MostTried - ways.Count))
                {
                    ways.Add(new SipFlow(record.Transport, address));
                }
            }
        }

        return ways;
    }

    private static ServerRecord Take(List<ServerRecord> left, ulong chance)
    {
        var drawn = (long)((chance >> 32) % (ulong)(left.Sum(record => (long)record.Weight) + 1));
        var at = 0;
        while (at < left.Count - 1 && (drawn -= left[at].Weight) > 0)
        {
            at++;
        }

        var taken = left[at];
        left.RemoveAt(at);
        return taken;
    }

    private static ulong Next(ulong chance) => (chance * 6364136223846793005) + 1442695040888963407;
}
