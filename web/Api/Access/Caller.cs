using System.Security.Claims;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Web.Api.Access;

/// <summary>Who makes a request: a person who signed in, or an API key.</summary>
/// <param name="Name">The sign-in name or the key's name; kept in history as the author of what he does.</param>
/// <param name="Employee">The employee he is; null for the built-in administrator and for keys.</param>
/// <param name="KeyId">The part of the key that may be shown; null for people.</param>
public sealed record Caller(ProjectId Project, string Name, AccessLevel Access, EmployeeId? Employee, string? KeyId)
{
    /// <summary>Supervisors see everybody, employees only themselves.</summary>
    public bool Sees(EmployeeId employee) => Access >= AccessLevel.Supervisor || Employee == employee;

    /// <summary>Whose calls alone this caller may see; null when he may see all.</summary>
    /// <remarks>A caller below supervisor who is no employee gets a key that fits nobody, so that he sees nothing.</remarks>
    public EmployeeId? OnlyOwnedBy => Access >= AccessLevel.Supervisor ? null : Employee ?? new EmployeeId("");

    /// <summary>The caller behind an authenticated request. An unauthenticated one is a programmer's error: the policies refuse it before.</summary>
    public static Caller Of(ClaimsPrincipal user) => From(user) ?? throw new InvalidOperationException("The request is not authenticated.");

    /// <summary>Null when nobody signed in.</summary>
    public static Caller? From(ClaimsPrincipal user)
    {
        if (user.Identity?.IsAuthenticated != true || user.FindFirstValue(CallerClaims.Project) is not { } project) return null;
        return new Caller(
            new ProjectId(project),
            user.FindFirstValue(ClaimTypes.Name) ?? "",
            Enum.TryParse<AccessLevel>(user.FindFirstValue(ClaimTypes.Role), out var access) ? access : AccessLevel.Employee,
            user.FindFirstValue(CallerClaims.Employee) is { } employee ? new EmployeeId(employee) : null,
            user.FindFirstValue(CallerClaims.Key));
    }
}
