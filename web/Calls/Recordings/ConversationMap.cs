using System.Globalization;
using System.Text;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Web.Calls.Recordings;

/// <summary>
/// Who speaks when, as drawn: one path for each side and one for both at once, in a box of <see cref="Width"/> by <see cref="Height"/>. The
/// client is in the upper half, the employee in the lower. Stretches that fall together at that width are one, so that a drawing has a
/// bound however long the recording is. Pure.
/// </summary>
public sealed record ConversationMap(string Client, string Employee, string Both)
{
    public const int Width = 4_000;
    public const int Height = 40;

    private const int Edge = 2;
    private const int Middle = Height / 2;
    private const int Gap = 1;

    public static ConversationMap Of(RecordingRecord recording)
    {
        var scale = (double)Width / Math.Max(recording.DurationMs, 1);
        var (client, employee) = (Drawn(recording.Client, scale), Drawn(recording.Employee, scale));
        return new ConversationMap(
            Path(client, Edge, Middle - Gap), Path(employee, Middle + Gap, Height - Edge),
            Path(Common(client, employee), Edge, Height - Edge));
    }

    private static List<(int From, int To)> Drawn(RecordedSide side, double scale)
    {
        var drawn = new List<(int From, int To)>();
        foreach (var span in side.Spans)
        {
            var from = (int)Math.Clamp(span.StartMs * scale, 0, Width - 1);
            var to = (int)Math.Clamp(Math.Round((span.StartMs + (double)span.DurationMs) * scale), from + 1, Width);
            if (drawn.Count > 0 && drawn[^1].To >= from) drawn[^1] = (drawn[^1].From, Math.Max(drawn[^1].To, to));
            else drawn.Add((from, to));
        }

        return drawn;
    }

    private static List<(int From, int To)> Common(List<(int From, int To)> one, List<(int From, int To)> other)
    {
        var common = new List<(int From, int To)>();
        for (int i = 0, j = 0; i < one.Count && j < other.Count;)
        {
            var (from, to) = (Math.Max(one[i].From, other[j].From), Math.Min(one[i].To, other[j].To));
            if (from < to) common.Add((from, to));
            if (one[i].To < other[j].To) i++;
            else j++;
        }

        return common;
    }

    private static string Path(List<(int From, int To)> stretches, int top, int bottom)
    {
        var path = new StringBuilder();
        foreach (var (from, to) in stretches)
            path.Append(CultureInfo.InvariantCulture, $"M{from} {top}H{to}V{bottom}H{from}Z");
        return path.ToString();
    }
}
