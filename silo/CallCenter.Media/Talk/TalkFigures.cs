namespace CallCenter.Media.Talk;

/// <summary>What is kept of a conversation beside its map.</summary>
/// <param name="Left">Of the left lane.</param>
/// <param name="Silence">Time in which nobody spoke.</param>
/// <param name="Overlap">Time in which both did.</param>
public sealed record TalkFigures(SpeakerFigures Left, SpeakerFigures Right, TimeSpan Duration, TimeSpan Silence, TimeSpan Overlap)
{
    /// <summary>Of all that was spoken, the left side's part, 0 to 1; null where nobody spoke.</summary>
    public double? LeftShare => Left.Talk + Right.Talk is { Ticks: > 0 } all ? Left.Talk / all : null;

    internal static TalkFigures Of(IReadOnlyList<SpeechInterval> left, IReadOnlyList<SpeechInterval> right, TimeSpan duration)
    {
        var (leftFigures, rightFigures) = (SpeakerFigures.Of(left, right), SpeakerFigures.Of(right, left));
        var overlap = Overlapping(left, right);
        return new TalkFigures(
            leftFigures, rightFigures, duration, duration - (leftFigures.Talk + rightFigures.Talk - overlap), overlap);
    }

    private static TimeSpan Overlapping(IReadOnlyList<SpeechInterval> left, IReadOnlyList<SpeechInterval> right)
    {
        var overlap = TimeSpan.Zero;
        for (var (l, r) = (0, 0); l < left.Count && r < right.Count;)
        {
            var (start, end) = (Later(left[l].Start, right[r].Start), Earlier(left[l].End, right[r].End));
            overlap += end > start ? end - start : TimeSpan.Zero;
            if (left[l].End < right[r].End)
            {
                l++;
            }
            else
            {
                r++;
            }
        }

        return overlap;
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
