using CallCenter.Web.Api.Problems;
using CallCenter.Web.Languages;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace CallCenter.Web.Guard;

/// <summary>
/// Bounds what a request may look like before anything reads it. The server's own limits (<see cref="WireLimits"/>) stand behind these and
/// are wider, because it answers with a bare status.
/// </summary>
public sealed class RequestShape(IOptions<GuardOptions> options)
{
    /// <summary>True when address and headers are within their bounds; otherwise it was answered.</summary>
    public async Task<bool> Fits(HttpContext context)
    {
        var (request, most, language) = (context.Request, options.Value, LanguageChoice.Of(context));
        if ((request.Path.Value?.Length ?? 0) + (request.QueryString.Value?.Length ?? 0) > most.AddressCharacters)
        {
            await GuardAnswer.Write(context, ProblemKinds.AddressTooLong, $"At most {most.AddressCharacters} characters of path and query.",
                GuardTexts.TooLong, GuardTexts.TooLongHelp.In(language, most.AddressCharacters));
            return false;
        }

        // No text of ours has it, and PostgreSQL refuses whatever holds it.
        if (request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true)
        {
            await GuardAnswer.Write(context, ProblemKinds.InvalidRequest, "The query string holds the character NUL (%00).",
                GuardTexts.Unreadable, GuardTexts.UnreadableHelp.In(language));
            return false;
        }

        var (count, characters) = Measure(request.Headers);
        if (count > most.Headers || characters > most.HeaderCharacters)
        {
            await GuardAnswer.Write(context, ProblemKinds.HeadersTooLarge,
                $"At most {most.Headers} headers with {most.HeaderCharacters} characters together.",
                GuardTexts.HeadersTooLarge, GuardTexts.HeadersTooLargeHelp.In(language, most.Headers, most.HeaderCharacters));
            return false;
        }

        return true;
    }

    /// <summary>
    /// True when the body that is announced is within the bound of its endpoint; otherwise it was answered, without reading it. What is not
    /// announced is counted while it is read. Has to be asked after routing, which sets the bound.
    /// </summary>
    public static async Task<bool> BodyFits(HttpContext context)
    {
        if (context.Request is { ContentLength: null, HasFormContentType: true })
        {
            // Browsers always say it; a form that is found too long while it is read would be taken for one without its token.
            await GuardAnswer.Write(context, ProblemKinds.LengthNeeded, "A form needs the header Content-Length.",
                GuardTexts.LengthNeeded, GuardTexts.LengthNeededHelp.In(LanguageChoice.Of(context)));
            return false;
        }

        var most = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        if (most is null || !(context.Request.ContentLength > most))
        {
            return true;
        }

        await GuardAnswer.Write(context, ProblemKinds.BodyTooLarge, $"At most {most} bytes are taken here.",
            GuardTexts.BodyTooLarge, GuardTexts.BodyTooLargeHelp.In(LanguageChoice.Of(context), most));
        return false;
    }

    private static (int Count, int Characters) Measure(IHeaderDictionary headers)
    {
        var (count, characters) = (0, 0);
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
            {
                count++;
                characters += name.Length + (value?.Length ?? 0);
            }
        }

        return (count, characters);
    }
}
