using System.Security.Claims;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Api.Access;

/// <summary>What the API asks about who calls it.</summary>
public static class Callers
{
    /// <summary>Holds the id of the API key; people have no such claim.</summary>
    public const string KeyClaim = "key";

    /// <summary>The caller of an endpoint that has a policy; without one there may be nobody, which is a programmer's error.</summary>
    public static Viewer Caller(this ClaimsPrincipal user) =>
        Viewer.Of(user) ?? throw new InvalidOperationException(
            "The endpoint carries no policy, so there may be nobody behind the request.");

    /// <summary>The id of the API key; null when a person signed in.</summary>
    public static string? KeyId(this ClaimsPrincipal user) => user.FindFirstValue(KeyClaim);
}
