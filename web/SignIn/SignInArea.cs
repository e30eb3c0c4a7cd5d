using CallCenter.Abstractions.Audit;
using CallCenter.Web.Audit;
using CallCenter.Web.Guard;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CallCenter.Web.SignIn;

/// <summary>Sign-in by cookie and the policies of the roles.</summary>
public static class SignInArea
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>How long a sign-in lasts without being used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<SignInLookUp>();
        services.AddSingleton<SignInTruth>();
        services.AddSingleton<Reach>();
        services.AddSingleton<SecondSteps>();
        services.AddSingleton<PersonLookUp>();
        services.AddSingleton<KnownSignIns>();
        services.AddSingleton<SignedOut>();
        services.AddSingleton<OpenConnections>();
        services.AddSingleton<PasswordChange>();
        services.AddSingleton<PasswordChecks>();
        services.AddScoped<SignInCheck>();
        services.AddAuthentication(Scheme).AddCookie(Scheme, cookie =>
        {
            cookie.Cookie.Name = "sign-in";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.Cookie.Path = "/";
            cookie.CookieManager = new HostPrefixedCookies();
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.ExpireTimeSpan = Lifetime;
            cookie.SlidingExpiration = true;
            cookie.EventsType = typeof(SignInCheck);
        });
        services.AddAuthorization(Policies.Add);
    }

    public static void UseSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseGuardAgainstStrangers();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    // The form is bound although it holds nothing but the token: binding a form is what makes the framework refuse a wrong token.
    public static void MapSignIn(this IEndpointRouteBuilder app) =>
        app.MapPost("/sign-out", async (
            HttpContext context, IFormCollection _, AuditLog audit, SignedOut signedOut, OpenConnections connections) =>
        {
            await audit.Note(AuditKind.SignedOut);
            if (Viewer.Of(context.User)?.SignIn is { } signIn)
            {
                signedOut.Add(signIn);
            }

            await context.SignOutAsync(Scheme);
            await connections.EndUntrue();
            return TypedResults.LocalRedirect("/sign-in");
        }).RequireAuthorization(Policies.SignedIn);
}
