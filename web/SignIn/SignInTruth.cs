using System.Security.Claims;
using CallCenter.Abstractions.Grains;
using CallCenter.Web.Api.Access;

namespace CallCenter.Web.SignIn;

/// <summary>
/// Whether what a sign-in or an API key said when it was checked still holds. Throws where the silo that knows it is away: nobody is
/// signed out by that.
/// </summary>
public sealed class SignInTruth(IGrainFactory grains, SignedOut signedOut)
{
    /// <summary>The same for whoever is behind a request or connection; false for nobody.</summary>
    public async ValueTask<bool> Holds(ClaimsPrincipal user)
    {
        if (Viewer.Of(user) is not { } viewer)
        {
            return false;
        }

        return user.KeyId() is { } key ? await OfItsProject(grains.SignIns(viewer.Project).HasKey(key)) : await Holds(viewer);
    }

    /// <summary>
    /// False when he signed out, the project is gone or suspended, the employee was removed, his access level or his departments are
    /// others now, or the password a new one.
    /// </summary>
    public async ValueTask<bool> Holds(Viewer viewer) =>
        viewer.SignIn is not null && !signedOut.Has(viewer.SignIn)
        && await OfItsProject(grains.SignIns(viewer.Project).Holds(viewer.Employee, viewer.Access, [.. viewer.Supervises], viewer.Stamp));

    // A project that is gone takes its sign-ins with it.
    private static async ValueTask<bool> OfItsProject(ValueTask<bool> answer)
    {
        try
        {
            return await answer;
        }
        catch (KeyNotFoundException)
        {
            return false;
        }
    }
}
