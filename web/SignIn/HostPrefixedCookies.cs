using Microsoft.AspNetCore.Authentication.Cookies;

namespace CallCenter.Web.SignIn;

/// <summary>
/// Over TLS the cookie is called <c>__Host-…</c>: browsers take such a one only with Secure, for the whole site and from this very host, so
/// that no neighbouring host can plant one.
/// </summary>
public sealed class HostPrefixedCookies : ICookieManager
{
    private const string Prefix = "__Host-";

    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _cookies.DeleteCookie(context, Name(context, key), options);

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? Prefix + key : key;
}
