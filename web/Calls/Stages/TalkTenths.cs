using CallCenter.Abstractions.Calls;

namespace CallCenter.Web.Calls.Stages;

/// <summary>A conversation cut into ten equal parts, so that long and short ones can be compared stage by stage. Pure.</summary>
public static class TalkTenths
{
    public const int Count = 10;

    /// <summary>In a shorter one a tenth is a word: it is left out.</summary>
    public const long ShortestMs = 10_000;

    /// <summary>Who spoke in each of the tenths; null where the conversation is too short.</summary>
    public static IReadOnlyList<TalkShares>? Of(RecordingRecord recording)
    {
        var duration = recording.DurationMs;
        if (duration < ShortestMs) return null;
        var (client, employee) = (Stretches(recording.Client, duration), Stretches(recording.Employee, duration));
        var (spokenByClient, spokenByEmployee) = (Spread(client, duration), Spread(employee, duration));
        var both = Spread(Common(client, employee), duration);
        return
        [
            .. Enumerable.Range(0, Count).Select(tenth => Shares(spokenByClient[tenth], spokenByEmployee[tenth], both[tenth], duration)),
        ];
    }

    /// <summary>Where a tenth begins in a conversation of this length; of the one behind the last: its end.</summary>
    /// <param name="tenth">From 0.</param>
    public static long StartMs(long durationMs, int tenth) => durationMs * tenth / Count;

    private static TalkShares Shares(long client, long employee, long both, long whole)
    {
        return new TalkShares(Percent(employee - both), Percent(client - both), Percent(both), Percent(whole - client - employee + both));

        double Percent(long part) => part * 100.0 / whole;
    }

    // In tenths of a millisecond: a tenth is then as long as the whole in milliseconds, and every border is a whole number.
    private static List<(long From, long To)> Stretches(RecordedSide side, long duration) =>
    [
        .. side.Spans
            .Select(span => (
                From: Math.Clamp((long)span.StartMs, 0, duration) * Count,
                To: Math.Clamp((long)span.StartMs + span.DurationMs, 0, duration) * Count))
            .Where(static stretch => stretch.From < stretch.To),
    ];

    private static List<(long From, long To)> Common(List<(long From, long To)> one, List<(long From, long To)> other)
    {
        var common = new List<(long From, long To)>();
        for (int i = 0, j = 0; i < one.Count && j < other.Count;)
        {
            var (from, to) = (Math.Max(one[i].From, other[j].From), Math.Min(one[i].To, other[j].To));
            if (from < to) common.Add((from, to));
            if (one[i].To < other[j].To) i++;
            else j++;
        }

        return common;
    }

    private static long[] Spread(List<(long From, long To)> stretches, long tenth)
    {
        var spoken = new long[Count];
        foreach (var (from, to) in stretches)
        {
            for (var at = from / tenth; at * tenth < to; at++)
                spoken[at] += Math.Min(to, (at + 1) * tenth) - Math.Max(from, at * tenth);
        }

        return spoken;
    }
}
