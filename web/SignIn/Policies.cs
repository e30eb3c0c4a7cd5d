using Microsoft.AspNetCore.Authorization;

namespace CallCenter.Web.SignIn;

/// <summary>
/// Names of the policies, one for each of the <see cref="Rights"/>. Without any, an address asks for a sign-in all the same.
/// </summary>
public static class Policies
{
    public const string SignedIn = "signed-in";
    public const string Watch = "watch";
    public const string Listen = "listen";
    public const string WatchWhole = "watch-whole";
    public const string Intervene = "intervene";
    public const string Supervise = "supervise";
    public const string LinkClients = "link-clients";
    public const string Administer = "administer";
    public const string Operate = "operate";

    public static void Add(AuthorizationOptions options)
    {
        foreach (var right in Rights.All)
        {
            options.AddPolicy(right.Policy, policy => Require(policy, right));
        }

        var usual = new AuthorizationPolicyBuilder();
        Require(usual, Rights.SignedIn);
        options.FallbackPolicy = usual.Build();
    }

    /// <summary>Asks for somebody who has the right.</summary>
    public static void Require(AuthorizationPolicyBuilder policy, Right right) => policy
        .RequireAuthenticatedUser()
        .RequireAssertion(context => Viewer.Of(context.User) is { } viewer && right.Has(viewer));
}
