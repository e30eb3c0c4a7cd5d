using CallCenter.Engine.Departments;
using CallCenter.Engine.Employees;
using CallCenter.Engine.Statistics;

namespace CallCenter.Engine.Routing.Strategies;

/// <summary>
/// How a department ranks the employees that may be rung. Ties go to the lower key, so that a replay chooses the same person.
/// </summary>
internal interface IStrategy
{
    /// <summary>The stable key that decisions carry.</summary>
    string Rule { get; }

    /// <summary>Whether all are rung together instead of the first only.</summary>
    bool RingsAll => false;

    /// <summary>Whether a higher figure goes first.</summary>
    bool HighestFirst => false;

    /// <summary>The figure that is compared, as the decision shows it.</summary>
    /// <param name="position">The employee's place among the department's members.</param>
    long Score(int position, in StrategyInput input);
}

/// <summary>What a strategy may look at besides the employee.</summary>
/// <param name="Chance">Random bits of this one decision.</param>
/// <param name="Tier">The tier that is chosen from; 0 where there are none.</param>
internal readonly record struct StrategyInput(Department Department, ProjectStatistics Statistics, long Now, ulong Chance, int Tier)
{
    public Employee Employee(int position) => Department.Members[position];
}
