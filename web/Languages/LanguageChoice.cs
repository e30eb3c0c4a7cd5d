using Microsoft.Net.Http.Headers;

namespace CallCenter.Web.Languages;

/// <summary>Which language a request is answered in: the cookie, else the browser's preference, else English.</summary>
public static class LanguageChoice
{
    public const string Cookie = "language";

    public static Language Of(HttpContext? context)
    {
        if (context is null)
        {
            return Language.English;
        }

        if (LanguageNames.FromTag(context.Request.Cookies[Cookie]) is { } chosen)
        {
            return chosen;
        }

        return context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(wish => wish.Quality ?? 1)
            .Select(Known)
            .FirstOrDefault(known => known is not null) ?? Language.English;
    }

    private static Language? Known(StringWithQualityHeaderValue wish) => LanguageNames.FromTag(wish.Value.Value);
}
