using CallCenter.Load.Results;

namespace CallCenter.Load.Compare;

/// <summary>The comparison of two runs as a table.</summary>
internal static class ComparisonText
{
    public static void Write(TextWriter output, (string Name, RunResult Run) first, (string Name, RunResult Run) second)
    {
        output.WriteLine($"A  {first.Name}");
        output.WriteLine($"B  {second.Name}");
        foreach (var (name, one, other) in RunComparison.Circumstances(first.Run, second.Run))
            output.WriteLine($"   {name} differs: A {one}, B {other}");
        output.WriteLine();
        output.WriteLine(Row("", "A", "B", "B against A", "better"));
        var figures = RunComparison.Of(first.Run, second.Run)
            .Where(figure => figure.First is not null || figure.Second is not null).ToList();
        foreach (var figure in figures)
        {
            var (one, other) = (Value(figure, figure.First), Value(figure, figure.Second));
            output.WriteLine(Row(figure.Name, one, other, figure.Change(), Word(figure.Better)));
        }

        output.WriteLine();
        output.WriteLine(Summary(figures));
    }

    private static string Summary(IReadOnlyList<ComparedFigure> figures)
    {
        var first = figures.Count(figure => figure.Better == Better.First);
        var second = figures.Count(figure => figure.Better == Better.Second);
        return first + second == 0
            ? "No figure differs by more than chance may."
            : $"A is better in {first} figures, B in {second}; the others differ by no more than chance may.";
    }

    private static string Value(ComparedFigure figure, double? value) => value is { } known ? figure.Kind.Write(known) : "–";

    private static string Word(Better better) => better switch
    {
        Better.First => "A",
        Better.Second => "B",
        _ => "",
    };

    private static string Row(string name, string first, string second, string change, string better) =>
        $"{name,-26}{first,13}{second,13}{change,26}  {better}".TrimEnd();
}
