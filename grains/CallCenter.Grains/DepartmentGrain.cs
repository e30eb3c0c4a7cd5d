using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Routing;
using CallCenter.Grains.Placement;
using Orleans.Concurrency;

namespace CallCenter.Grains;

/// <summary>The address of a department.</summary>
[Reentrant, ProjectPlacement]
public sealed class DepartmentGrain(IProjects projects) : Grain, IDepartmentGrain
{
    public async ValueTask<DepartmentLine?> Figures()
    {
        var (project, department) = Key();
        return (await projects.Board(project)).Departments.FirstOrDefault(line => line.Id == department);
    }

    public ValueTask<Decision?> WouldRing()
    {
        var (project, department) = Key();
        return projects.WouldRing(project, department);
    }

    public async ValueTask<CallLineOnBoard[]> Queue()
    {
        var (project, department) = Key();
        return
        [
            .. (await projects.Board(project)).Calls
                .Where(line => line.Department == department && line.Stage is CallStage.Waiting)
                .OrderByDescending(line => line.Priority).ThenBy(line => line.StageSince),
        ];
    }

    private (ProjectId Project, DepartmentId Department) Key()
    {
        var (project, key) = GrainKeys.Split(this.GetPrimaryKeyString());
        return (project, new DepartmentId(key));
    }
}
