using CallCenter.Web.Api.Problems;

namespace CallCenter.Web.Api.Access;

/// <summary>
/// Writes by sign-in cookie need the header <c>X-Requested-With</c>: a foreign site can make a browser send the cookie but not a header
/// of its choice, because the API allows no cross-origin requests. Keys need no such header: no browser sends them by itself.
/// </summary>
public static class SameSiteWrites
{
    public const string HeaderName = "X-Requested-With";

    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return await next(context);
        if (context.HttpContext.User.KeyId() is not null || request.Headers.ContainsKey(HeaderName)) return await next(context);
        return ProblemKinds.HeaderMissing.With($"Changes by sign-in need the header \"{HeaderName}: fetch\", which proves that no foreign "
            + "site made the browser send them. Changes by API key do not.");
    }
}
