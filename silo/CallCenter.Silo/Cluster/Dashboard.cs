using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Dashboard;

namespace CallCenter.Silo.Cluster;

/// <summary>
/// The dashboard of Orleans: silos, grains, how often and how long they are called. It counts every call of a grain and asks every silo
/// each second, so it is an option.
/// </summary>
public static class Dashboard
{
    public const string Path = "/dashboard";

    /// <summary>Serves it to whom the policy lets in. Both the pages and every silo have to be started with it.</summary>
    public static void MapDashboard(this WebApplication app, string policy)
    {
        ArgumentNullException.ThrowIfNull(app);
        var orleans = app.Services.GetService<OwnCluster>()?.Services ?? app.Services.GetRequiredService<ClusterConnection>().Services;

        // Its services are those of Orleans' own host: its addresses are answered with them.
        app.Use((context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<Mark>() is not null)
            {
                context.RequestServices = orleans;
            }

            return next(context);
        });
        new Addresses(app, orleans).MapOrleansDashboard(Path).RequireAuthorization(policy).WithMetadata(new Mark());
    }

    private sealed class Mark;

    /// <summary>The program's addresses, with the services of Orleans' host.</summary>
    private sealed class Addresses(IEndpointRouteBuilder app, IServiceProvider orleans) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => orleans;

        public ICollection<EndpointDataSource> DataSources => app.DataSources;

        public IApplicationBuilder CreateApplicationBuilder() => app.CreateApplicationBuilder();
    }
}
