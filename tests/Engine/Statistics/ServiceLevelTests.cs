using CallCenter.Engine.Statistics;
using CallCenter.Engine.Statistics.ServiceLevel;

namespace CallCenter.Engine.Tests.Statistics;

public class ServiceLevelTests
{
    // 100 offered: 70 answered (56 within), 20 abandoned (8 within, 5 of them short), 6 flowed out, 4 still waiting.
    private static readonly DepartmentFigures Figures = new()
    {
        Offered = 100,
        Answered = 70,
        AnsweredWithin = 56,
        Abandoned = 20,
        AbandonedWithin = 8,
        ShortAbandoned = 5,
        TimedOut = 4,
        Full = 2,
    };

    public static TheoryData<string, double> Expected => new()
    {
        { "default", 100.0 * 56 / 95 },
        { "connect", 64.0 },
        { "genesys", 80.0 },                                    // 56 / 70
        { "genesys+abandons", 100.0 * 56 / 85 },                // 70 + 20 − 5
        { "genesys+abandons+short", 100.0 * 56 / 90 },
        { "genesys+flow-outs", 100.0 * 56 / 76 },
        { "genesys+flow-outs+abandons", 100.0 * 56 / 91 },
        { "genesys+flow-outs+abandons+short", 100.0 * 56 / 96 },
        { "queuemetrics", 80.0 },
        { "queuemetrics-inclusive", 100.0 * 56 / 96 },
        { "asterisk", 80.0 },
        { "asterisk2", 100.0 * 64 / 90 },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public void Each_formula_gives_its_system_s_figure(string key, double percent) =>
        Assert.Equal(percent, Formula(key).Percent(Figures)!.Value, 10);

    [Fact]
    public void Every_formula_is_in_the_table_above() =>
        Assert.Equal(Expected.Select(row => row.Data.Item1).Order(), ServiceLevels.All.Select(formula => formula.Key).Order());

    [Fact]
    public void No_formula_invents_a_figure_where_there_is_nothing() =>
        Assert.All(ServiceLevels.All, formula => Assert.Null(formula.Percent(new DepartmentFigures())));

    private static IServiceLevel Formula(string key) => ServiceLevels.All.Single(formula => formula.Key == key);
}
