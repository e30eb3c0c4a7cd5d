using System.Globalization;

namespace CallCenter.Load.Compare;

/// <summary>Which of two runs is better in a figure.</summary>
internal enum Better
{
    /// <summary>They differ by no more than chance may, or the figure is no merit.</summary>
    Neither,

    First,

    Second,
}

/// <summary>What a figure is, and what makes it better.</summary>
/// <param name="Write">How a value is written.</param>
/// <param name="LessIsBetter">Null: the figure is shown only.</param>
/// <param name="Slack">A difference in value up to this is none, however much it is in percent.</param>
internal sealed record FigureKind(Func<double, string> Write, bool? LessIsBetter, double Slack)
{
    /// <summary>A difference up to this share is what two equal runs show.</summary>
    public const double UsualShare = 0.03;
}

/// <summary>A figure of two runs.</summary>
/// <param name="First">Null where the first run does not have it.</param>
internal sealed record ComparedFigure(string Name, FigureKind Kind, double? First, double? Second)
{
    /// <summary>How much the second is above the first, in percent; null where there is nothing to compare with.</summary>
    public double? Percent => First is { } first && Second is { } second && first != 0 ? (second - first) / first * 100 : null;

    public Better Better
    {
        get
        {
            if (First is not { } first || Second is not { } second || Kind.LessIsBetter is not { } less) return Better.Neither;
            var difference = Math.Abs(second - first);
            if (difference <= Kind.Slack || difference <= Math.Max(first, second) * FigureKind.UsualShare) return Better.Neither;
            return second < first == less ? Better.Second : Better.First;
        }
    }

    public string Change()
    {
        if (First is not { } first || Second is not { } second) return "";
        if (first == second) return "the same";
        var sign = second > first ? "+" : "−";
        var amount = Kind.Write(Math.Abs(second - first));
        return Percent is { } percent
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{amount} ({sign}{Math.Abs(percent):0.#} %)")
            : sign + amount;
    }
}
