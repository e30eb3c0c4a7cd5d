using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CallCenter.Load.Results.Live;

/// <summary>A look at a run compared with the look before it, as a line or as a table.</summary>
internal sealed record ProgressView(RunProgress Now, RunProgress? Before)
{
    private const int MostCauses = 8;

    private double OfferedRate => Rate(Now.Offered, Before?.Offered);

    private double AnsweredRate => Rate(Now.Answered, Before?.Answered);

    /// <summary>Everything in one line, for a log.</summary>
    public string Line() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Elapsed()}  offered {OfferedRate:0.#}/s  answered {AnsweredRate:0.#}/s  waiting {Now.Waiting}  talking {Now.Talking}  "
        + $"p99 INVITE→reply {Ms(Now.Recent?.ReplyP99Ms)}, INVITE→employee {Ms(Now.Recent?.EmployeeP99Ms)}  "
        + $"abandoned {Now.Abandoned}  refused {Now.Refused}  failed {Now.Failed}{Causes()}");

    /// <summary>The same for a terminal.</summary>
    public IRenderable Table()
    {
        var table = new Table().Border(TableBorder.Rounded).Title($"[bold]{Elapsed()}[/]").AddColumns("", "now", "so far");
        Row(table, "offered", $"{OfferedRate:0.#}/s", $"{Now.Offered:N0}");
        Row(table, "answered", $"{AnsweredRate:0.#}/s", $"{Now.Answered:N0}");
        Row(table, "waiting", $"{Now.Waiting:N0}", "");
        Row(table, "talking", $"{Now.Talking:N0}", "");
        Row(table, "p99 INVITE → 100 or 180", Ms(Now.Recent?.ReplyP99Ms), "");
        Row(table, "p99 INVITE → employee", Ms(Now.Recent?.EmployeeP99Ms), "");
        Row(table, "abandoned", "", $"{Now.Abandoned:N0}");
        Row(table, "refused", "", $"{Now.Refused:N0}");
        Row(table, "failed", "", $"{Now.Failed:N0}");
        foreach (var cause in Now.Causes.Take(MostCauses)) Row(table, "  " + cause.Cause, "", $"{cause.Count:N0}");
        if (Now.Causes.Count > MostCauses) Row(table, $"  and {Now.Causes.Count - MostCauses} causes more", "", "");
        return table;
    }

    // Text, not markup: a cause may hold brackets.
    private static void Row(Table table, string name, string now, string total) =>
        table.AddRow(new Text(name), new Text(now) { Justification = Justify.Right }, new Text(total) { Justification = Justify.Right });

    private string Elapsed() =>
        (Now.Elapsed < TimeSpan.Zero ? TimeSpan.Zero : Now.Elapsed).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);

    private double Rate(long now, long? before)
    {
        var seconds = (Now.Elapsed - (Before?.Elapsed ?? TimeSpan.Zero)).TotalSeconds;
        return seconds <= 0 ? 0 : Math.Max(0, now - (before ?? 0)) / seconds;
    }

    private string Causes() => string.Concat(Now.Causes.Take(MostCauses).Select(cause => $"  {cause.Cause}: {cause.Count}"));

    private static string Ms(double? milliseconds) =>
        milliseconds is { } known ? known.ToString("0.0", CultureInfo.InvariantCulture) + " ms" : "–";
}
