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

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<SignInTruth>();
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
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
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
        app.MapPost("/sign-out", async (HttpContext context, IFormCollection _, AuditLog audit) =>
        {
            await audit.Note(AuditKind.SignedOut);
            await context.SignOutAsync(Scheme);
            return TypedResults.LocalRedirect("/sign-in");
        }).RequireAuthorization(Policies.Employee);
}
