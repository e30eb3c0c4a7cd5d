using System.Security.Claims;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.Api.Access;

namespace CallCenter.Web.SignIn;

/// <summary>Whether what a sign-in or an API key said when it was checked still holds.</summary>
public sealed class SignInTruth(IGrainFactory grains, IProjectRegistry registry, ISignIns signIns, SignedOut signedOut)
{
    /// <summary>The same for whoever is behind a request or connection; false for nobody.</summary>
    public async ValueTask<bool> Holds(ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (Viewer.Of(user) is not { } viewer)
        {
            return false;
        }

        return user.KeyId() is { } key
            ? await Works(viewer, cancellation) && (await signIns.Keys(viewer.Project, cancellation)).Any(known => known.Id == key)
            : await Holds(viewer, cancellation);
    }

    /// <summary>
    /// False when he signed out, the project is gone or suspended, the employee was removed, his access level is another one now, or the
    /// password a new one.
    /// </summary>
    public async ValueTask<bool> Holds(Viewer viewer, CancellationToken cancellation)
    {
        if (!await Works(viewer, cancellation) || viewer.SignIn is null || signedOut.Has(viewer.SignIn)
            || await signIns.Stamp(viewer.Project, viewer.Employee, cancellation) is not { } stamp || stamp != viewer.Stamp)
        {
            return false;
        }

        if (viewer.Employee is not { } employee)
        {
            return true;
        }

        var (_, document) = await grains.Project(viewer.Project).Configuration();
        return document.Employees.Any(one => one.Id == employee.Value && one.Access == viewer.Access);
    }

    /// <summary>Whether his project runs, and lets him in: only the operator looks into a suspended one.</summary>
    public async ValueTask<bool> Works(Viewer viewer, CancellationToken cancellation) =>
        registry.Running.Contains(viewer.Project) && (viewer.IsOperator || await registry.IsActive(viewer.Project, cancellation));
}
