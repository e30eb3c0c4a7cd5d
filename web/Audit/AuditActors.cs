using CallCenter.Abstractions.Audit;
using CallCenter.Web.Api.Access;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Audit;

/// <summary>Who is behind a request.</summary>
internal static class AuditActors
{
    /// <summary>Whoever signed in or sent a key; a stranger when nobody did.</summary>
    public static AuditActor Of(HttpContext context) =>
        Viewer.Of(context.User) is { } viewer ? Of(viewer, context) : Stranger(context);

    public static AuditActor Of(Viewer viewer, HttpContext context) => context.User.KeyId() is { } key
        ? new AuditActor(ActorKind.ApiKey, viewer.Name, key, viewer.Access, AddressOf(context))
        : new AuditActor(ActorKind.Person, viewer.Name, viewer.Employee?.Value, viewer.Access, AddressOf(context));

    /// <param name="name">The name he tried, where somebody has it.</param>
    public static AuditActor Stranger(HttpContext context, string? name = null, string? key = null) =>
        new(ActorKind.Stranger, name, key, null, AddressOf(context));

    private static string? AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        var address => address?.ToString(),
    };
}
