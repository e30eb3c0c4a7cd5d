namespace CallCenter.Load.Results.Reports;

/// <summary>A line of a chart over time.</summary>
/// <param name="Style">Name of its colour and dashes in the style sheet.</param>
/// <param name="PerSecond">A value for each second.</param>
/// <param name="Peaks">Whether seconds drawn together show their highest value, not their mean.</param>
internal sealed record ChartLine(string Name, string Style, IReadOnlyList<double> PerSecond, bool Peaks = true)
{
    public static ChartLine Of(string name, string style, IReadOnlyList<int> perSecond, bool peaks = true) =>
        new(name, style, [.. perSecond.Select(value => (double)value)], peaks);

    /// <summary>A value for each so many seconds.</summary>
    public double[] Points(int together) => [.. PerSecond.Chunk(together).Select(chunk => Peaks ? chunk.Max() : chunk.Average())];

    /// <summary>How many seconds have to be drawn as one value, so that there are at most <paramref name="most"/>.</summary>
    public static int Together(int seconds, int most) => Math.Max(1, (seconds + most - 1) / most);
}
