using CallCenter.Abstractions.Configuration;
using Microsoft.AspNetCore.Authorization;

namespace CallCenter.Web.SignIn;

/// <summary>
/// Names of the policies: each admits its access level and those above. Without any, an address asks for a sign-in all the same.
/// </summary>
public static class Policies
{
    public const string Operator = "operator";
    public const string Administrator = "administrator";
    public const string Supervisor = "supervisor";
    public const string Employee = "employee";

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Operator, policy => policy.RequireAuthenticatedUser()
            .RequireAssertion(static context => Viewer.Of(context.User) is { IsOperator: true }));
        options.AddPolicy(Administrator, AtLeast(AccessLevel.Administrator));
        options.AddPolicy(Supervisor, AtLeast(AccessLevel.Supervisor));
        options.AddPolicy(Employee, AtLeast(AccessLevel.Employee));
        options.FallbackPolicy = AtLeast(AccessLevel.Employee);
    }

    private static AuthorizationPolicy AtLeast(AccessLevel level) => new AuthorizationPolicyBuilder()
        .RequireAuthenticatedUser()
        .RequireAssertion(context => Viewer.Of(context.User) is { } viewer && viewer.Access >= level)
        .Build();
}
