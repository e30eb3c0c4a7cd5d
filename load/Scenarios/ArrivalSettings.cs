using CallCenter.Load.Arrivals;

namespace CallCenter.Load.Scenarios;

/// <summary>The shapes of arrivals, one class each in <c>Arrivals/</c>.</summary>
internal enum ArrivalShape { Poisson, Constant, Ramp, Burst, Day }

/// <summary>When calls come.</summary>
internal sealed record ArrivalSettings
{
    public ArrivalShape Shape { get; init; } = ArrivalShape.Poisson;

    /// <summary>Calls per second: on average, exactly, or at the start of a ramp.</summary>
    public double Rate { get; init; } = 50;

    /// <summary>Calls per second at the end of a ramp.</summary>
    public double? To { get; init; }

    /// <summary>Calls of a burst; of the other shapes the most there are.</summary>
    public int? Calls { get; init; }

    /// <summary>How long a burst takes.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Calls per interval of a recorded day, played in the length of the run.</summary>
    public IReadOnlyList<double> Day { get; init; } = [];

    public IArrivals Create(Random random, TimeSpan length) =>
        new BoundedArrivals(OfShape(random, length), length, Calls ?? Scenario.MostCalls);

    public double ExpectedCalls(TimeSpan length)
    {
        var expected = Shape switch
        {
            ArrivalShape.Ramp => (Rate + To!.Value) / 2 * length.TotalSeconds,
            ArrivalShape.Burst => Calls!.Value,
            ArrivalShape.Day => Day.Sum(),
            _ => Rate * length.TotalSeconds,
        };
        return Math.Min(expected, Calls ?? double.MaxValue);
    }

    /// <summary>What the shape lacks; null when it lacks nothing.</summary>
    public string? Problem() => Shape switch
    {
        ArrivalShape.Ramp when To is null => "arrivals.to is missing: a ramp needs the rate at its end",
        ArrivalShape.Burst when Calls is null => "arrivals.calls is missing: a burst needs the number of its calls",
        ArrivalShape.Burst when Calls / Within.TotalSeconds > Scenario.MostCallsPerSecond =>
            $"arrivals: {Calls} calls within {Within.TotalSeconds} s are more than {Scenario.MostCallsPerSecond} a second",
        ArrivalShape.Day when Day.Sum() == 0 =>
            "arrivals.day is missing: the calls per interval of a recorded day, at least one of them above 0",
        _ => null,
    };

    private IArrivals OfShape(Random random, TimeSpan length) => Shape switch
    {
        ArrivalShape.Constant => new ConstantArrivals(Rate),
        ArrivalShape.Ramp => new RampArrivals(random, Rate, To!.Value, length),
        ArrivalShape.Burst => new BurstArrivals(Calls!.Value, Within),
        ArrivalShape.Day => new DayArrivals(random, Day, length),
        _ => new PoissonArrivals(random, Rate),
    };
}
