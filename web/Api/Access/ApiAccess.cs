using CallCenter.Abstractions.Configuration;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Api.Access;

/// <summary>
/// Authentication and rights of the API: a request that carries a key is judged by the key alone, any other by the sign-in cookie.
/// What is refused is answered as problem details, never by a redirect to the sign-in page.
/// </summary>
public static class ApiAccess
{
    public const string Scheme = "Api";
    private const string OperatorPolicy = "api-operator";

    public static IServiceCollection AddApiAccess(this IServiceCollection services)
    {
        services.AddAuthentication()
            .AddScheme<ApiKeyOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null)
            .AddPolicyScheme(Scheme, null, options =>
            {
                options.ForwardDefault = ApiKeyHandler.SchemeName;
                options.ForwardDefaultSelector = context =>
                    ApiKeyHandler.KeyOf(context.Request) is null ? SignInArea.Scheme : null;
                options.ForwardChallenge = ApiKeyHandler.SchemeName;
                options.ForwardForbid = ApiKeyHandler.SchemeName;
            });
        var policies = services.AddAuthorizationBuilder();
        foreach (var access in Enum.GetValues<AccessLevel>())
            policies.AddPolicy(PolicyName(access), policy => policy
                .AddAuthenticationSchemes(Scheme)
                .RequireAuthenticatedUser()
                .RequireAssertion(context => Viewer.Of(context.User)?.Access >= access));
        policies.AddPolicy(OperatorPolicy, policy => policy
            .AddAuthenticationSchemes(Scheme)
            .RequireAuthenticatedUser()
            .RequireAssertion(static context => Viewer.Of(context.User) is { IsOperator: true }));
        return services;
    }

    public static string PolicyName(AccessLevel access) => $"api-{access}";

    /// <summary>The endpoint is for callers of at least this level.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, AccessLevel access) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(PolicyName(access)).WithMetadata(new NeededAccess(access));

    /// <summary>The endpoint is for operators.</summary>
    public static TBuilder NeedsOperator<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(OperatorPolicy).WithMetadata(new NeededAccess(AccessLevel.Administrator, IsOperator: true));
}

/// <summary>The level an endpoint asks for, for the descriptions.</summary>
public sealed record NeededAccess(AccessLevel Access, bool IsOperator = false);
