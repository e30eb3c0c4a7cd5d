using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Projects;
using CallCenter.Web.Audit;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Api.Projects;

/// <summary>Makes, suspends, resumes and removes projects; each noted in the audit log of the project that the operator works in.</summary>
public sealed class ProjectChanges(IProjectRegistry registry, OpenConnections connections, AuditLog audit)
{
    /// <summary>Null when it is made, else why it is not.</summary>
    public async ValueTask<ProjectRefusal?> Make(string name, CancellationToken cancellation)
    {
        var refusal = await registry.Add(name, cancellation);
        if (refusal is null) await audit.Note(AuditKind.ProjectMade, name);
        return refusal;
    }

    /// <summary>Whoever is signed in to a project that no longer works is signed out at once. Null when it is done, else why not.</summary>
    public async ValueTask<ProjectRefusal?> Set(ProjectId project, ProjectStanding standing, CancellationToken cancellation)
    {
        if (await registry.Set(project, standing, cancellation) is { } refusal) return refusal;
        await connections.EndUntrue(CancellationToken.None);
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
