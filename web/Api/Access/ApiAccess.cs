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
        foreach (var right in Rights.All)
            policies.AddPolicy(PolicyName(right), policy => Policies.Require(policy.AddAuthenticationSchemes(Scheme), right));
        return services;
    }

    public static string PolicyName(Right right) => $"api-{right.Policy}";

    /// <summary>The endpoint is for callers who have this right.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Right right) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(PolicyName(right)).WithMetadata(new NeededAccess(right.Least, right.IsOperators));
}

/// <summary>The level an endpoint asks for, for the descriptions.</summary>
public sealed record NeededAccess(AccessLevel Access, bool IsOperator = false);
