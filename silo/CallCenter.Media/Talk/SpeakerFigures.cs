namespace CallCenter.Media.Talk;

/// <summary>What is kept of one side of a conversation.</summary>
/// <param name="Talk">Time in which it spoke.</param>
/// <param name="FirstWord">From the beginning until it spoke; null when it never did.</param>
/// <param name="LongestMonologue">From the first to the last word of its longest turn.</param>
/// <param name="Interruptions">How often it took the floor while the other one spoke.</param>
public sealed record SpeakerFigures(TimeSpan Talk, TimeSpan? FirstWord, TimeSpan LongestMonologue, int Interruptions)
{
    // A listener's "yes" takes no floor (in talk analysis: a backchannel).
    private static readonly TimeSpan Backchannel = TimeSpan.FromMilliseconds(600);

    // Who says nothing for so long has ended his turn, though nobody took it.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    // At the change of turns people overlap a little; whoever has just begun was not interrupted but came at the same time.
    private static readonly TimeSpan ShortestOverlap = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan ShortestStart = TimeSpan.FromMilliseconds(500);

    internal static SpeakerFigures Of(IReadOnlyList<SpeechInterval> own, IReadOnlyList<SpeechInterval> other) => new(
        own.Aggregate(TimeSpan.Zero, (sum, one) => sum + one.Duration),
        own.Count > 0 ? own[0].Start : null,
        FindLongestMonologue(own, [.. other.Where(one => one.Duration >= Backchannel)]),
        CountInterruptions(own, other));

    /// <summary>A turn goes on over pauses, until the other one says more than a listener's word.</summary>
    private static TimeSpan FindLongestMonologue(IReadOnlyList<SpeechInterval> own, List<SpeechInterval> other)
    {
        var longest = TimeSpan.Zero;
        var next = 0;
        for (var i = 0; i < own.Count;)
        {
            var start = own[i].Start;
            var end = own[i].End;
            for (i++; i < own.Count && own[i].Start - end <= LongestPause; i++)
            {
                while (next < other.Count && other[next].Start <= start)
                {
                    next++;
                }

                if (next < other.Count && other[next].Start < own[i].Start)
                {
                    break;
                }

                end = own[i].End;
            }

            longest = end - start > longest ? end - start : longest;
        }

        return longest;
    }

    private static int CountInterruptions(IReadOnlyList<SpeechInterval> own, IReadOnlyList<SpeechInterval> other)
    {
        var (count, next) = (0, 0);
        foreach (var one in own)
        {
            while (next < other.Count && other[next].End <= one.Start)
            {
                next++;
            }

            count += next < other.Count && Interrupts(one, other[next]) ? 1 : 0;
        }

        return count;
    }

    // It began while the other one was speaking, went on after that, and the other one gave up.
    private static bool Interrupts(SpeechInterval own, SpeechInterval other) =>
        own.Start - other.Start >= ShortestStart
        && other.End - own.Start >= ShortestOverlap
        && own.End > other.End
        && own.Duration >= Backchannel;
}
