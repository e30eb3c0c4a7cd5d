namespace CallCenter.Simulation.Tests;

/// <summary>Which days are simulated, and for how long; from the environment.</summary>
internal static class Seeds
{
    /// <summary>Runs one day only: <c>small-12</c>, <c>large-3</c>.</summary>
    public const string Variable = "CALLCENTER_SEED";

    /// <summary>How long the days of each kind are simulated, in seconds of CPU.</summary>
    public const string SecondsVariable = "CALLCENTER_SIMULATION_SECONDS";

    /// <summary>The one day that was asked for; null when none was.</summary>
    public static DayPlan? Asked() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } asked ? Read(asked) : null;

    public static TimeSpan Budget(double usualSeconds) =>
        double.TryParse(Environment.GetEnvironmentVariable(SecondsVariable), out double seconds)
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.FromSeconds(usualSeconds);

    private static DayPlan Read(string asked)
    {
        string[] parts = asked.Split('-', 2);
        if (!int.TryParse(parts[^1], out int seed)) throw new ArgumentException($"{Variable}={asked}: say small-N or large-N, N a number.");
        return parts[0] == "large" ? DayPlan.Large(seed) : DayPlan.Small(seed);
    }
}
