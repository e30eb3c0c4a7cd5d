using CallCenter.Abstractions;
using CallCenter.Engine;

namespace CallCenter.Simulation.Tests.World;

/// <summary>
/// Knows when everything is over: nothing is to come from outside, and a whole day of the project brought nothing but its midnight.
/// </summary>
internal sealed class Evening(Agenda agenda)
{
    private int _midnights;

    public void See(Turn turn) => _midnights = turn.Events is [DayBegan] ? _midnights + 1 : 0;

    public bool HasCome(Project project) => agenda.NextAt is null && (project.NextDue is null || _midnights > 1);
}
