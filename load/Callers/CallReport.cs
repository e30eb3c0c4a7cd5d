using System.Globalization;

namespace CallCenter.Load.Callers;

/// <summary>What became of a number of calls, and how long the server took.</summary>
public sealed class CallReport
{
    private static readonly double[] Shares = [0.5, 0.9, 0.99, 1];

    private readonly List<TimeSpan> _untilRinging = [];
    private readonly List<TimeSpan> _untilAnswer = [];
    private readonly SortedDictionary<string, (int Count, string Example)> _failures = new(StringComparer.Ordinal);

    public int AnsweredCalls => _untilAnswer.Count;

    public int FailedCalls => _failures.Values.Sum(failure => failure.Count);

    public void Rang(TimeSpan afterInvite) => _untilRinging.Add(afterInvite);

    public void Answered(TimeSpan afterInvite) => _untilAnswer.Add(afterInvite);

    /// <param name="cause">A final SIP status, or what else happened.</param>
    /// <param name="callId">A Call-ID to look for in the server's records.</param>
    public void Failed(string cause, string callId)
    {
        var (count, example) = _failures.GetValueOrDefault(cause, (0, callId));
        _failures[cause] = (count + 1, example);
    }

    public void Write(TextWriter output, int placed)
    {
        output.WriteLine($"calls {placed}, answered {AnsweredCalls}, failed {FailedCalls}");
        output.WriteLine(Line("INVITE to 180", _untilRinging));
        output.WriteLine(Line("INVITE to 200", _untilAnswer));
        foreach (var (cause, failure) in _failures)
        {
            output.WriteLine($"failed with {cause}: {failure.Count}, for example Call-ID {failure.Example}");
        }
    }

    /// <summary>The smallest value that at least this share (0 to 1) of the sorted values does not exceed.</summary>
    internal static TimeSpan Percentile(IReadOnlyList<TimeSpan> sorted, double share) =>
        sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];

    private static string Line(string what, List<TimeSpan> values)
    {
        if (values.Count == 0)
        {
            return $"{what}: none";
        }

        var sorted = values.Order().ToArray();
        var figures = Shares.Select(share => Percentile(sorted, share).TotalMilliseconds).ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: p50 {figures[0]:F1} ms, p90 {figures[1]:F1} ms, p99 {figures[2]:F1} ms, most {figures[3]:F1} ms");
    }
}
