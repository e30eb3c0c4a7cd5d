using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Projects;
using CallCenter.Web.Audit;
using CallCenter.Web.Cluster;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Api.Projects;

/// <summary>Makes, suspends, resumes and removes projects; each noted in the audit log of the project that the operator works in.</summary>
public sealed class ProjectChanges(IGrainFactory grains, ClusterView cluster, OpenConnections connections, AuditLog audit)
{
    /// <summary>Null when it is made, else why it is not.</summary>
    /// <param name="silo">Where it shall live; null: where the project lives that the operator works in.</param>
    public async ValueTask<ProjectRefusal?> Make(string name, string? silo, ProjectId by)
    {
        var place = silo is null ? cluster.PlaceOf(by) : cluster.Silos.FirstOrDefault(one => one.Name == silo);
        if (place is null) return ProjectRefusal.NoSuchSilo;
        if (await cluster.Find(new ProjectId(name)) is not null) return ProjectRefusal.Exists;
        var refusal = await grains.Silo(place.Name).AddProject(name);
        if (refusal is not null) return refusal;
        await cluster.Refresh();
        await audit.Note(AuditKind.ProjectMade, name);
        return null;
    }

    /// <summary>Whoever is signed in to a project that no longer works is signed out at once. Null when it is done, else why not.</summary>
    public async ValueTask<ProjectRefusal?> Set(ProjectId project, ProjectStanding standing)
    {
        if (await cluster.Find(project) is not { } place) return ProjectRefusal.Unknown;
        if (await grains.Silo(place.Name).SetProject(project, standing) is { } refusal) return refusal;
        await cluster.Refresh();
        await connections.EndUntrue();
        await audit.Note(
            standing switch
            {
                ProjectStanding.Suspended => AuditKind.ProjectSuspended,
                ProjectStanding.Removed => AuditKind.ProjectRemoved,
                _ => AuditKind.ProjectResumed,
            },
            project.Value);
        return null;
    }
}
