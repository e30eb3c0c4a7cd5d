using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Grains.Placement;
using Orleans.Concurrency;

namespace CallCenter.Grains;

/// <summary>The address of an employee.</summary>
[Reentrant, ProjectPlacement]
public sealed class EmployeeGrain(IProjects projects) : Grain, IEmployeeGrain
{
    public ValueTask<EmployeeDesk?> Desk()
    {
        var (project, employee) = Key();
        return projects.Desk(project, employee);
    }

    public ValueTask<CommandReply> SetAvailability(Availability availability, string? reason, string by, AuditEntry? act) =>
        Send(new SetAvailability(Key().Employee, availability, reason, by), act);

    public ValueTask<CommandReply> FinishWrapUp(string by, AuditEntry? act) => Send(new FinishWrapUp(Key().Employee, by), act);

    public ValueTask<CommandReply> AskForHelp(bool isWanted) => Send(new AskForHelp(Key().Employee, isWanted), null);

    private ValueTask<CommandReply> Send(ProjectCommand command, AuditEntry? act) =>
        projects.Send(Key().Project, act is null ? command : new AuditedCommand(command, act));

    private (ProjectId Project, EmployeeId Employee) Key()
    {
        var (project, key) = GrainKeys.Split(this.GetPrimaryKeyString());
        return (project, new EmployeeId(key));
    }
}
