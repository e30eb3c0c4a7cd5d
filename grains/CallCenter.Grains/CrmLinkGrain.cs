using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Clients;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Grains.Placement;
using Orleans.Concurrency;

namespace CallCenter.Grains;

/// <summary>The address of a client's link to his manager.</summary>
[Reentrant, ProjectPlacement]
public sealed class CrmLinkGrain(IProjects projects) : Grain, ICrmLinkGrain
{
    public ValueTask<ClientSnapshot?> Client()
    {
        var (project, number) = GrainKeys.Split(this.GetPrimaryKeyString());
        return projects.Client(project, number);
    }

    public ValueTask<CommandReply> Link(string? name, EmployeeId? responsible, string by, AuditEntry act)
    {
        var (project, number) = GrainKeys.Split(this.GetPrimaryKeyString());
        return projects.Send(project, new AuditedCommand(new LinkClient(number, name, responsible, by), act));
    }
}
