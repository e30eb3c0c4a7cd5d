namespace CallCenter.Load.Results.Reports;

/// <summary>A run in one sentence each for its calls and its history.</summary>
internal static class Verdict
{
    public static string OfCalls(RunResult result)
    {
        var counts = result.Counts;
        var cut = result.About.Cut ? " The run was ended before its time." : "";
        if (counts.Failed > 0) return $"{Figures.Count(counts.Failed)} of {Figures.Count(counts.Offered)} calls failed.{cut}";
        var refused = counts.Refused > 0 ? $"; {Figures.Count(counts.Refused)} were refused, as the scenario allows" : "";
        return $"No call of {Figures.Count(counts.Offered)} failed{refused}.{cut}";
    }

    public static string OfHistory(HistoryResult? history) => history switch
    {
        null => "The history was not compared.",
        { Problem: { } problem } => problem,
        { IsSame: true } =>
            $"The history agrees: {Figures.Count(history.Calls)} calls, {Figures.Count(history.Records)} records"
            + (history.Slow > 0 ? $"; the server took long over {Figures.Count(history.Slow)}, recorded at a time in between" : "")
            + (history.Unanswered > 0 ? $"; {Figures.Count(history.Unanswered)} calls that the server never took have none." : "."),
        _ => $"The history differs: {Parts(history)}.",
    };

    private static string Parts(HistoryResult history)
    {
        (long Count, string What)[] parts =
        [
            (history.Missing, "missing"), (history.Doubled, "doubled"), (history.Foreign, "foreign"),
            (history.OtherOutcome, "with another outcome"), (history.OtherTime, "with other times"),
        ];
        return string.Join(", ", parts.Where(part => part.Count > 0).Select(part => $"{Figures.Count(part.Count)} {part.What}"));
    }
}
