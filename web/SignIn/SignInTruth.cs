using CallCenter.Abstractions.Ports;

namespace CallCenter.Web.SignIn;

/// <summary>Whether what a sign-in says still holds in the published configuration.</summary>
public sealed class SignInTruth(IProjects projects)
{
    /// <summary>False when the project is gone, the employee was removed, or his access level is another one now.</summary>
    public async ValueTask<bool> Holds(Viewer viewer, CancellationToken cancellation)
    {
        if (!projects.All.Contains(viewer.Project))
        {
            return false;
        }

        if (viewer.Employee is not { } employee)
        {
            return true;
        }

        var (_, document) = await projects.Configuration(viewer.Project, cancellation);
        return document.Employees.Any(one => one.Id == employee.Value && one.Access == viewer.Access);
    }
}
