using System.ComponentModel;
using System.Security.Claims;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Texts;
using CallCenter.Web.Api.Access;
using CallCenter.Web.Api.Description;
using CallCenter.Web.Api.Problems;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Api.Keys;

/// <summary>An API key without its secret.</summary>
/// <param name="Id">The part of the key that may be shown.</param>
/// <param name="Access">supervisor, administrator or operator.</param>
public sealed record KeyDto(string Id, string Name, string Access, DateTimeOffset CreatedAt)
{
    public static KeyDto From(ApiKey key) => new(key.Id, key.Name, KeyAccess.Of(key).Word, key.CreatedAt.ToTime());
}

/// <summary>A new key.</summary>
/// <param name="Secret">What to send as the key. It is shown here once and never again.</param>
public sealed record NewKeyDto(KeyDto Key, string Secret);

/// <summary>The key to make.</summary>
/// <param name="Name">What it is for; kept in history as the author of what it does.</param>
/// <param name="Access">supervisor or administrator; for an operator also operator, which opens the projects as well.</param>
public sealed record KeyRequest(string? Name, string? Access);

/// <summary><c>/api/v1/keys</c>: API keys, for administrators.</summary>
public static class KeyEndpoints
{
    public const int LongestName = 100;

    public static void MapKeys(this RouteGroupBuilder api)
    {
        api.MapGet("/keys", List).Needs(Rights.Administer)
            .WithName("listKeys").WithTags("Keys")
            .WithSummary("The API keys in force")
            .Produces<IReadOnlyList<KeyDto>>()
            .WithCurl("curl -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/keys\"");
        api.MapPost("/keys", Create).Needs(Rights.Administer)
            .WithName("createKey").WithTags("Keys")
            .WithSummary("Makes an API key")
            .WithDescription("The secret is in this answer and nowhere else.")
            .Produces<NewKeyDto>(StatusCodes.Status201Created)
            .ProducesProblems(400, 422)
            .WithExample("""{ "name": "wallboard hall", "access": "supervisor" }""")
            .WithCurl("curl -X POST -H \"Authorization: Bearer $KEY\" -H \"Content-Type: application/json\" "
                + "-d '{\"name\":\"wallboard hall\",\"access\":\"supervisor\"}' \"$URL/api/v1/keys\"");
        api.MapDelete("/keys/{id}", Revoke).Needs(Rights.Administer)
            .WithName("revokeKey").WithTags("Keys")
            .WithSummary("Revokes an API key")
            .WithDescription("It is refused from the next request on; connections to the hub that it opened are ended.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(404)
            .WithCurl("curl -X DELETE -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/keys/KEY-ID\"");
    }

    private static async Task<IReadOnlyList<KeyDto>> List(ClaimsPrincipal user, IGrainFactory grains) =>
        [.. (await grains.SignIns(user.Caller().Project).Keys()).Select(KeyDto.From)];

    private static async Task<IResult> Create(KeyRequest request, ClaimsPrincipal user, KeyChanges changes)
    {
        var errors = Check(request, user.Caller().IsOperator, out var name, out var access);
        if (errors.Count > 0) return ProblemKinds.InvalidValue.With("The key was not made; errors says why.", errors);
        var (key, clearText) = await changes.Make(user.Caller().Project, name, access);
        return Results.Created($"/api/v1/keys/{Uri.EscapeDataString(key.Id)}", new NewKeyDto(KeyDto.From(key), clearText));
    }

    /// <summary>Every error of a request for a key; shared with the settings page.</summary>
    public static IReadOnlyList<ProblemError> Check(KeyRequest request, bool byOperator, out string name, out KeyAccess access)
    {
        var errors = new List<ProblemError>();
        name = request.Name?.Trim() ?? "";
        if (name.Length is 0 or > LongestName)
            errors.Add(new ProblemError(
                "$.name", name.Length == 0 ? "Is empty." : "Is too long.", $"1 to {LongestName} characters that say what the key is for."));
        if (StrangerText.Clean(name) != name)
            errors.Add(new ProblemError("$.name", "Has control characters.", "Letters, digits, spaces and signs that can be seen."));
        var read = KeyAccess.Read(request.Access, byOperator);
        access = read.GetValueOrDefault();
        if (read is null)
            errors.Add(new ProblemError(
                "$.access", $"\"{request.Access}\" is not allowed.",
                $"One of: {string.Join(", ", KeyAccess.Choices(byOperator).Select(choice => choice.Word))}."));
        return errors;
    }

    private static async Task<IResult> Revoke(
        [Description("The id of the key.")] string id, ClaimsPrincipal user, KeyChanges changes) =>
        await changes.Revoke(user.Caller().Project, id)
            ? Results.NoContent()
            : ProblemKinds.NoSuchKey.With($"There is no key \"{id}\" in force. /api/v1/keys lists those there are.");
}
