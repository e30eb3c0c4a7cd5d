using Microsoft.AspNetCore.Diagnostics;

namespace CallCenter.Web.Shell;

/// <summary>A request that failed runs a second time, to draw the page that says so.</summary>
public static class ErrorPages
{
    public static bool IsDrawnFor(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
