namespace CallCenter.Simulation.Tests;

/// <summary>A day on which something did not hold, with its last turns and the way to see it again.</summary>
internal sealed class SimulationFailure(DayPlan plan, int turn, string story, Exception problem) : Exception(
    $"Seed {plan}, turn {turn}: {problem.Message}\nThe turns before:\n{story}\n"
    + $"The same again: {Seeds.Variable}={plan} ./test Simulation",
    problem)
{
    public int Turn => turn;
}
