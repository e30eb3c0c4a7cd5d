using System.Security.Claims;
using System.Text.Encodings.Web;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.Api.Problems;
using CallCenter.Web.Audit;
using CallCenter.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CallCenter.Web.Api.Access;

/// <summary>The API key scheme has no settings of its own.</summary>
public sealed class ApiKeyOptions : AuthenticationSchemeOptions;

/// <summary>
/// Knows callers by API key: <c>Authorization: Bearer KEY</c>, <c>X-Api-Key: KEY</c>, and for the hub, whose browsers cannot set headers
/// on a WebSocket, <c>?access_token=KEY</c>.
/// </summary>
public sealed class ApiKeyHandler(
    IOptionsMonitor<ApiKeyOptions> options, ILoggerFactory logger, UrlEncoder encoder, SignInLookUp signIns,
    ApiLimits limits, AuditLog audit)
    : AuthenticationHandler<ApiKeyOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string HeaderName = "X-Api-Key";
    private static readonly object TooManyWrongKeys = new();
    private const string BearerPrefix = "Bearer ";

    /// <summary>The key a request carries; null when it carries none.</summary>
    public static string? KeyOf(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase)) return authorization[BearerPrefix.Length..].Trim();
        var header = request.Headers[HeaderName].ToString();
        if (header.Length > 0) return header;
        var token = request.Path.StartsWithSegments("/hubs") ? request.Query["access_token"].ToString() : "";
        return token.Length > 0 ? token : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Request) is not { } key) return AuthenticateResult.NoResult();
        var source = ApiLimits.SourceOf(Context);
        if (!limits.MayTryKey(source))
        {
            Context.Items[TooManyWrongKeys] = true;
            return AuthenticateResult.Fail("Too many wrong keys from this address.");
        }
        if (await signIns.CheckKey(key) is not { } known)
        {
            limits.CountWrongKey(source);
            await audit.Refused(AuditKind.KeyRefused);
            return AuthenticateResult.Fail("The key is unknown or revoked.");
        }
        var principal = Of(known).ToPrincipal(SchemeName);
        principal.AddIdentity(new ClaimsIdentity([new Claim(Callers.KeyClaim, known.Id)]));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, SchemeName));
    }

    private static Viewer Of(ApiKey key) =>
        new(key.Project, key.Name, key.Name, key.Access, null) { IsOperator = key.IsOperator };

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Context.Items.ContainsKey(TooManyWrongKeys)) return ApiLimits.Refuse(Context);
        Response.Headers.WWWAuthenticate = "Bearer";
        var problem = KeyOf(Request) is null
            ? ProblemKinds.NotSignedIn.With(
                $"Send an API key as \"Authorization: Bearer KEY\" or \"{HeaderName}: KEY\", or sign in. "
                + "Keys are made under Settings, API keys.")
            : ProblemKinds.KeyRefused.With("The API key is unknown or was revoked. An administrator makes keys under Settings, API keys.");
        return problem.ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var needed = Context.GetEndpoint()?.Metadata.GetMetadata<NeededAccess>();
        var level = needed is { IsOperator: true } ? "operator" : needed?.Access.ToString().ToLowerInvariant();
        return ProblemKinds.NotAllowed.With(
            $"This needs the access level \"{level}\"; ask an administrator for it.").ExecuteAsync(Context);
    }
}
