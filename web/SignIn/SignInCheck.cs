using CallCenter.Web.Cluster;
using CallCenter.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace CallCenter.Web.SignIn;

/// <summary>
/// Looks at every request whether the cookie still says the truth: an employee who was removed, whose access level changed or who has a
/// new password, has to sign in again at once and not when his cookie expires.
/// </summary>
public sealed class SignInCheck(SignInTruth truth, KnownSignIns known) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        try
        {
            if (context.Principal is not { } principal || Viewer.Of(principal) is not { } viewer || !await truth.Holds(viewer))
            {
                context.RejectPrincipal();
            }
            else if (context.ShouldRenew)
            {
                known.Note(viewer, context.HttpContext);
            }
        }
        catch (Exception failure) when (SilosAway.Caused(failure) && IsForEverybody(context.HttpContext))
        {
            // Health, and the page that says so, are for everybody. His cookie stays as it is.
            context.RejectPrincipal();
        }
    }

    /// <summary>Programs get 401 and 403 as they are; only people are led to the sign-in page.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (ProgramAddresses.Contain(context.Request.Path) || !HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        return base.RedirectToLogin(context);
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsForEverybody(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
