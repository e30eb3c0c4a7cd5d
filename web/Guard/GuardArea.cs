using CallCenter.Web.Api.Problems;
using CallCenter.Web.Languages;
using CallCenter.Web.Shell;
using CallCenter.Web.Start;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace CallCenter.Web.Guard;

/// <summary>
/// What stands before every area, in this order: 1. what a known proxy says of the client, 2. the name that was asked for, 3. the shape
/// of the request, 4. after routing the size of its body and the page it comes from, 5. after authentication how often strangers ask.
/// </summary>
public static class GuardArea
{
    public static void AddGuard(this IServiceCollection services, StartOptions options)
    {
        services.AddSettings<GuardOptions>("Guard");
        services.AddOptions<FormOptions>().Configure<IOptions<GuardOptions>>((form, guard) => WireLimits.Set(form, guard.Value));
        services.AddSingleton<AllowedHosts>();
        services.AddSingleton<RequestShape>();
        services.AddSingleton<AnonymousRates>();
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            if (options.Proxy is { } proxy)
            {
                forwarded.KnownProxies.Add(proxy);
            }
        });
    }

    /// <summary>Steps 1 to 3.</summary>
    public static void UseGuard(this WebApplication app)
    {
        var (hosts, shape) = (app.Services.GetRequiredService<AllowedHosts>(), app.Services.GetRequiredService<RequestShape>());
        if (app.Services.GetRequiredService<StartOptions>().Proxy is not null)
        {
            app.UseForwardedHeaders();
        }

        app.Use(async (context, next) =>
        {
            if (!hosts.Know(context.Request.Host, context.Connection.LocalIpAddress))
            {
                await RefuseHost(context);
            }
            else if (await shape.Fits(context))
            {
                await next(context);
            }
        });
    }

    /// <summary>Step 4.</summary>
    public static void UseGuardOfEndpoints(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (ErrorPages.IsDrawnFor(context) || (await RequestShape.BodyFits(context) && !await ForeignPages.Refused(context)))
        {
            await next(context);
        }
    });

    /// <summary>Step 5.</summary>
    public static void UseGuardAgainstStrangers(this WebApplication app)
    {
        var rates = app.Services.GetRequiredService<AnonymousRates>();
        app.Use(async (context, next) =>
        {
            if (ErrorPages.IsDrawnFor(context) || !await rates.Refused(context))
            {
                await next(context);
            }
        });
    }

    private static Task RefuseHost(HttpContext context)
    {
        var name = context.Request.Host.Host;
        return GuardAnswer.Write(context, ProblemKinds.ForeignHost,
            $"The header Host says \"{name}\". Start the server with --hosts {name} if it is to be known under this name.",
            GuardTexts.ForeignHost, GuardTexts.ForeignHostHelp.In(LanguageChoice.Of(context), name));
    }
}
