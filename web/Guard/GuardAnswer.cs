using System.Globalization;
using System.Text.Encodings.Web;
using CallCenter.Web.Api.Problems;
using CallCenter.Web.Languages;
using CallCenter.Web.Shell;

namespace CallCenter.Web.Guard;

/// <summary>
/// Answers a request that is not taken: programs with problem details, people with a page. The page is a few lines written by hand, because
/// drawing one would cost as much as what is refused.
/// </summary>
public static class GuardAnswer
{
    /// <param name="detail">For programs: what is wrong and what would be right.</param>
    /// <param name="title">For people.</param>
    /// <param name="help">For people, with the values filled in.</param>
    public static Task Write(HttpContext context, ProblemKind kind, string detail, Text title, string help)
    {
        if (ProgramAddresses.Contain(context.Request.Path))
        {
            return kind.With(detail).ExecuteAsync(context);
        }

        var language = LanguageChoice.Of(context);
        var files = context.RequestServices.GetRequiredService<StaticFilePaths>();
        var heading = HtmlEncoder.Default.Encode(title.In(language));
        context.Response.StatusCode = kind.Status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"""
            <!DOCTYPE html>
            <html lang="{language.Tag()}">
            <head>
              <meta charset="utf-8" />
              <meta name="viewport" content="width=device-width, initial-scale=1" />
              <title>{heading}</title>
              <link rel="stylesheet" href="{files.Of("css/tokens.css")}" />
              <link rel="stylesheet" href="{files.Of("css/base.css")}" />
              <link rel="stylesheet" href="{files.Of("css/shell.css")}" />
            </head>
            <body><main id="content"><section class="problem">
              <h1>{heading}</h1>
              <p>{HtmlEncoder.Default.Encode(help)}</p>
            </section></main></body>
            </html>

            """);
    }

    /// <summary>429 with the seconds after which to try again.</summary>
    public static Task TooOften(HttpContext context, TimeSpan wait)
    {
        var seconds = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var language = LanguageChoice.Of(context);
        return Write(context, ProblemKinds.TooManyRequests,
            "Ask less often, or with an API key; the header Retry-After says after how many seconds to try again.",
            GuardTexts.TooOften, GuardTexts.TooOftenHelp.In(language, SignIn.SignInTexts.Seconds.In(language, seconds)));
    }
}
