using System.CommandLine;
using System.CommandLine.Parsing;
using CallCenter.Abstractions.Configuration;
using CallCenter.Load.Chance;
using CallCenter.Load.Scenarios;

namespace CallCenter.Load.Runs;

/// <summary>The options that say what a run does; each overrides a value of the scenario.</summary>
internal sealed class ScenarioOptions
{
    private readonly Option<string> _scenario = new("--scenario")
    {
        HelpName = "NAME|FILE",
        Description = "A built-in scenario (see: load scenarios) or a JSON file; the options below override its values.",
        DefaultValueFactory = _ => "steady",
    };

    private readonly Option<double?> _rate = Number(
        "--rate", "Calls per second; of a ramp at its start.", 0.001, Scenario.MostCallsPerSecond);
    private readonly Option<double?> _to = Number("--to", "Calls per second at the end of a ramp.", 0.001, Scenario.MostCallsPerSecond);
    private readonly Option<ArrivalShape?> _arrivals = Word<ArrivalShape>("--arrivals", "How calls arrive");
    private readonly Option<int?> _calls = Count("--calls", "Calls of a burst; else the most there are.", 1, Scenario.MostCalls);
    private readonly Option<TimeSpan?> _duration = Duration("--duration", "How long calls arrive after the warm-up.");
    private readonly Option<TimeSpan?> _warmUp = Duration("--warm-up", "Calls of this time before are made but not measured.");
    private readonly Option<int?> _employees = Count("--employees", "How many there are.", 1, Scenario.MostEmployees);
    private readonly Option<PhoneKind?> _phones = Word<PhoneKind>("--phones", "Phones at fixed addresses or registering");
    private readonly Option<Strategy?> _strategy = Word<Strategy>("--strategy", "Who is rung");
    private readonly Option<Spread?> _answerAfter = Spread("--answer-after", "When an employee answers.");
    private readonly Option<Spread?> _talk = Spread("--talk", "How long callers talk.");
    private readonly Option<Spread?> _patience = Spread("--patience", "How long callers wait.");
    private readonly Option<double?> _tcp = Number("--tcp-share", "Share of calls, and of registering phones, over TCP.", 0, 1);
    private readonly Option<double?> _loss = Number("--loss", "Share of datagrams that get lost, both ways.", 0, 1);
    private readonly Option<double?> _duplicate = Number("--duplicate", "Share of datagrams that arrive twice, both ways.", 0, 1);
    private readonly Option<double?> _reorder = Number("--reorder", "Share of datagrams that later ones overtake, both ways.", 0, 1);
    private readonly Option<int?> _times = Count("--times", "How often each incident happens.", 1, Incident.MostTimes);
    private readonly Option<int?> _boards = Count("--boards", "Live boards that are followed.", 0, 1_000);

    public IEnumerable<Option> All =>
    [
        _scenario, _rate, _duration, _employees, _warmUp, _arrivals, _to, _calls, _talk, _patience, _answerAfter, _phones, _strategy, _tcp,
        _loss, _duplicate, _reorder, _times, _boards,
    ];

    /// <summary>The scenario with what the command line says instead.</summary>
    /// <exception cref="ScenarioProblemException">The scenario cannot be used.</exception>
    public Scenario Read(ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_scenario);
        var scenario = ScenarioFile.Load(name);
        var (arrivals, callers, employees, wire) = (scenario.Arrivals, scenario.Callers, scenario.Employees, scenario.Wire);
        var tcp = parsed.GetValue(_tcp);
        var told = scenario with
        {
            Duration = parsed.GetValue(_duration) ?? scenario.Duration,
            WarmUp = parsed.GetValue(_warmUp) ?? scenario.WarmUp,
            Boards = parsed.GetValue(_boards) ?? scenario.Boards,
            Arrivals = arrivals with
            {
                Shape = parsed.GetValue(_arrivals) ?? arrivals.Shape,
                Rate = parsed.GetValue(_rate) ?? arrivals.Rate,
                To = parsed.GetValue(_to) ?? arrivals.To,
                Calls = parsed.GetValue(_calls) ?? arrivals.Calls,
            },
            Callers = callers with
            {
                Talk = parsed.GetValue(_talk) ?? callers.Talk,
                Patience = parsed.GetValue(_patience) ?? callers.Patience,
                TcpShare = tcp ?? callers.TcpShare,
            },
            Employees = employees with
            {
                Count = parsed.GetValue(_employees) ?? employees.Count,
                Phones = parsed.GetValue(_phones) ?? employees.Phones,
                Strategy = parsed.GetValue(_strategy) ?? employees.Strategy,
                AnswerAfter = parsed.GetValue(_answerAfter) ?? employees.AnswerAfter,
                TcpShare = tcp ?? employees.TcpShare,
            },
            Wire = wire with
            {
                LossShare = parsed.GetValue(_loss) ?? wire.LossShare,
                DuplicateShare = parsed.GetValue(_duplicate) ?? wire.DuplicateShare,
                ReorderShare = parsed.GetValue(_reorder) ?? wire.ReorderShare,
            },
            Incidents = [.. scenario.Incidents.Select(incident => incident with { Times = parsed.GetValue(_times) ?? incident.Times })],
        };
        return told.Problem() is { } problem ? throw new ScenarioProblemException($"{name} with these options: {problem}.") : told;
    }

    private static Option<double?> Number(string name, string description, double least, double most) => new(name)
    {
        HelpName = "N",
        Description = description,
        CustomParser = result => LoadOptions.Decimal(result, least, most),
    };

    private static Option<int?> Count(string name, string description, int least, int most) => new(name)
    {
        HelpName = "N",
        Description = description,
        CustomParser = result => LoadOptions.Number(result, least, most),
    };

    private static Option<TimeSpan?> Duration(string name, string description) => new(name)
    {
        HelpName = "TIME",
        Description = description,
        CustomParser = result => TimeText.TryDuration(result.Tokens[0].Value, out var time)
            ? time : Wrong<TimeSpan>(result, name, TimeText.DurationForm),
    };

    private static Option<Spread?> Spread(string name, string description) => new(name)
    {
        HelpName = "SPREAD",
        Description = $"{description} 200ms, 1s-6s or ~20s (exponential).",
        CustomParser = result => TimeText.TrySpread(result.Tokens[0].Value, out var spread)
            ? spread : Wrong<Spread>(result, name, TimeText.SpreadForm),
    };

    private static Option<T?> Word<T>(string name, string description)
        where T : struct, Enum => new(name)
        {
            HelpName = "WORD",
            Description = $"{description}: {ScenarioWords.All<T>()}.",
            CustomParser = result => ScenarioWords.TryParse<T>(result.Tokens[0].Value, out var word)
                ? word : Wrong<T>(result, name, ScenarioWords.All<T>()),
        };

    private static T? Wrong<T>(ArgumentResult result, string name, string what)
        where T : struct
    {
        result.AddError($"{name} has to be {what}, not '{result.Tokens[0].Value}'.");
        return null;
    }
}
