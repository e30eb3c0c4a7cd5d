namespace CallCenter.Web.Shell;

/// <summary>Cookies that keep how someone likes the pages: language and theme. They hold no secret.</summary>
public static class Preferences
{
    public const string ThemeCookie = "theme";

    /// <summary><c>light</c>, <c>dark</c>, or null for what the system prefers.</summary>
    public static string? Theme(HttpContext context) => context.Request.Cookies[ThemeCookie] switch
    {
        "light" => "light",
        "dark" => "dark",
        _ => null,
    };

    /// <param name="isForScript">Whether a script of ours sets it as well.</param>
    public static CookieOptions LongLived(HttpContext context, bool isForScript) => new()
    {
        HttpOnly = !isForScript,
        MaxAge = TimeSpan.FromDays(365),
        Path = "/",
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        IsEssential = true,
    };
}
