using CallCenter.Web.Api.Access;
using CallCenter.Web.Api.Audit;
using CallCenter.Web.Api.Board;
using CallCenter.Web.Api.Calls;
using CallCenter.Web.Api.Clients;
using CallCenter.Web.Api.Configuration;
using CallCenter.Web.Api.Conversations;
using CallCenter.Web.Api.Description;
using CallCenter.Web.Api.Employees;
using CallCenter.Web.Api.Keys;
using CallCenter.Web.Api.Messages;
using CallCenter.Web.Api.Problems;
using CallCenter.Web.Api.Projects;
using CallCenter.Web.Api.Prompts;
using CallCenter.Web.Api.SignIns;
using CallCenter.Web.SignIn;
using CallCenter.Web.Start;

namespace CallCenter.Web.Api;

/// <summary>The REST API: its services and its endpoints.</summary>
public static class ApiArea
{
    public const string Prefix = "/api/v1";

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddSettings<ApiLimitOptions>("Api");
        services.AddSingleton<ApiLimits>();
        services.AddSingleton<KeyChanges>();
        services.AddSingleton<ProjectChanges>();
        services.AddApiAccess();
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(options => ApiJson.Apply(options.SerializerOptions));
        // A body that cannot be read is thrown to ApiProblems, which can then say where it breaks.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddOpenApi(ApiDescription.DocumentName, ApiDescription.Describe);
        return services;
    }

    /// <summary>Has to be called after routing and before authentication.</summary>
    public static void UseApi(this WebApplication app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Prefix), branch => branch.UseMiddleware<ApiProblems>());

    public static void MapApi(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<ApiLimits>();
        var api = app.MapGroup(Prefix)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .AddEndpointFilter(limits.Filter)
            .AddEndpointFilter(SameSiteWrites.Filter);
        api.MapCalls();
        api.MapSupervision();
        api.MapConversations();
        api.MapBoard();
        api.MapEmployees();
        api.MapMessages();
        api.MapClients();
        api.MapConfiguration();
        api.MapKeys();
        api.MapSignIns();
        api.MapPrompts();
        api.MapAudit();
        api.MapProjects();
        app.MapOpenApi().Needs(Rights.SignedIn);
    }
}
