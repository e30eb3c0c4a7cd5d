namespace CallCenter.Load.Results.Reports;

/// <summary>The live board's delay, and the comparison with the history.</summary>
internal static class HtmlChecks
{
    public static void Write(Html html, RunResult result)
    {
        html.Element("h2", "Live board");
        if (result.Board is { } board)
        {
            html.Element(
                "p",
                $"{Figures.Count(board.Followers)} open; {Figures.Count(board.Messages)} messages of {Figures.Mb(board.Bytes / 1e6)}; "
                + $"gaps {Figures.Count(board.Gaps)}, unreadable {Figures.Count(board.Unreadable)}, broken connections {board.Broken}.");
            PercentileChart.Write(html, "messages", [board.Delay]);
        }
        else
        {
            html.Element("p", "No board was followed.");
        }

        html.Element("h2", "History").Element("p", Verdict.OfHistory(result.History));
        if (result.History is not { First.Count: > 0 } history) return;
        html.Raw("<ol class=\"differences\">");
        foreach (var difference in history.First) html.Element("li", difference);
        html.Raw("</ol>");
        if (history.Differences > history.First.Count)
            html.Element("p class=\"note\"", $"{Figures.Count(history.Differences)} differences in all.");
    }
}
