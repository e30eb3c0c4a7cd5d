using CallCenter.Web.Api.Access;
using CallCenter.Web.Api.Problems;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Guard;

/// <summary>
/// Refuses what a page of another site makes a browser send: a change, or a connection to a hub, for which browsers ask nobody's leave. The
/// strict cookie stops most of it, this the rest.
/// </summary>
public static class ForeignPages
{
    /// <summary>False when the request may go on; true when it was answered. Has to be asked after routing.</summary>
    public static async Task<bool> Refused(HttpContext context)
    {
        // A key is sent by no browser by itself, so a wallboard of another site may use one.
        if (!IsAtRisk(context.Request) || !IsForeign(context.Request) || KeyDecides(context))
        {
            return false;
        }

        await GuardAnswer.Write(context, ProblemKinds.ForeignPage,
            $"The header Origin is {context.Request.Headers.Origin}; without an API key requests come from pages of this server only.",
            GuardTexts.ForeignPage, GuardTexts.ForeignPageHelp.In(LanguageChoice.Of(context)));
        return true;
    }

    /// <summary>Whether an API key will be judged by the endpoint, whatever cookies say.</summary>
    public static bool KeyDecides(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<NeededAccess>() is not null && ApiKeyHandler.KeyOf(context.Request) is not null;

    private static bool IsAtRisk(HttpRequest request) =>
        request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
        || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));

    // The scheme is not compared: in front of us there may be a proxy that speaks TLS.
    private static bool IsForeign(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
