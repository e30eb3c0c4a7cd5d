namespace CallCenter.Media.Talk;

/// <summary>Who spoke when in a conversation of two, from the voice activity of both.</summary>
/// <param name="Segments">From the beginning to the end without a gap; neighbours differ.</param>
/// <param name="Left">When the left lane spoke, in order; <paramref name="Right"/> the same of the right one.</param>
public sealed record TalkMap(
    IReadOnlyList<TalkSegment> Segments, TalkFigures Figures, IReadOnlyList<SpeechInterval> Left, IReadOnlyList<SpeechInterval> Right)
{
    /// <param name="left">In order, not overlapping; so is the other.</param>
    /// <param name="duration">Of the whole conversation.</param>
    public static TalkMap Of(IReadOnlyList<SpeechInterval> left, IReadOnlyList<SpeechInterval> right, TimeSpan duration) =>
        new(Cut(left, right, duration), TalkFigures.Of(left, right, duration), left, right);

    /// <summary>Cuts the time at every begin and end, and joins what has the same state.</summary>
    private static List<TalkSegment> Cut(
        IReadOnlyList<SpeechInterval> left, IReadOnlyList<SpeechInterval> right, TimeSpan duration)
    {
        var cuts = left.Concat(right).SelectMany(one => new[] { one.Start, one.End }).Append(duration)
            .Where(cut => cut > TimeSpan.Zero && cut <= duration).Distinct().Order();
        var segments = new List<TalkSegment>();
        var start = TimeSpan.Zero;
        var (nextLeft, nextRight) = (0, 0);
        foreach (var cut in cuts)
        {
            var state = (Speaks(left, ref nextLeft, start), Speaks(right, ref nextRight, start)) switch
            {
                (true, true) => TalkState.Both,
                (true, false) => TalkState.Left,
                (false, true) => TalkState.Right,
                _ => TalkState.Silence,
            };
            if (segments.Count > 0 && segments[^1].State == state)
            {
                segments[^1] = segments[^1] with { End = cut };
            }
            else
            {
                segments.Add(new TalkSegment(state, start, cut));
            }

            start = cut;
        }

        return segments;
    }

    private static bool Speaks(IReadOnlyList<SpeechInterval> intervals, ref int next, TimeSpan at)
    {
        while (next < intervals.Count && intervals[next].End <= at)
        {
            next++;
        }

        return next < intervals.Count && intervals[next].Start <= at;
    }
}
