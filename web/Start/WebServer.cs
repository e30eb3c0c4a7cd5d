using CallCenter.Web.Api;
using CallCenter.Web.Audit;
using CallCenter.Web.Board;
using CallCenter.Web.Calls.Recordings;
using CallCenter.Web.Calls.Stages;
using CallCenter.Web.Cluster;
using CallCenter.Web.Desk;
using CallCenter.Web.Guard;
using CallCenter.Web.Health;
using CallCenter.Web.Hubs;
using CallCenter.Web.Languages;
using CallCenter.Web.Live;
using CallCenter.Web.Mail;
using CallCenter.Web.Settings;
using CallCenter.Web.Shell;
using CallCenter.Web.SignIn;
using CallCenter.Web.Views;
using CallCenter.Web.Work;
using Microsoft.AspNetCore.DataProtection;

namespace CallCenter.Web.Start;

/// <summary>Puts the web server together. The silo behind the ports comes from outside, so that tests can put another one there.</summary>
public static class WebServer
{
    /// <summary>Whoever stops a process waits no longer for it.</summary>
    internal static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(2.5);

    /// <param name="options">From the command line.</param>
    /// <param name="addSilo">Adds the grains, and what implements the ports of <c>CallCenter.Abstractions.Ports</c>.</param>
    public static WebApplication Build(StartOptions options, Action<IServiceCollection> addSilo)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            ApplicationName = typeof(WebServer).Assembly.GetName().Name,
        });
        builder.WebHost.ConfigureKestrel(server => WireLimits.Set(server, options.Bind, options.HttpPort));
        var log = new ServerLog(options.Log);
        log.Add(builder.Logging);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestStop);
        AddServices(builder.Services, options);
        builder.Services.AddExporting(builder.Configuration);
        addSilo(builder.Services);
        builder.Services.AddClusterView();

        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(log.Started);
        MapAll(app);
        return app;
    }

    // One line per area: a new area adds its own Add… here and its Map… below.
    private static void AddServices(IServiceCollection services, StartOptions options)
    {
        services.AddSingleton(options);
        services.AddDataProtection()
            .SetApplicationName("CallCenter")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(options.Data, "web-keys")));
        services.AddGuard(options);
        services.AddHealth();
        services.AddShell();
        services.AddWork();
        services.AddLanguages();
        services.AddSignIn();
        services.AddAudit();
        services.AddSettings();
        services.AddMail();
        services.AddLive();
        services.AddBoard();
        services.AddViews();
        services.AddDesk();
        services.AddRecordings();
        services.AddStages();
        services.AddApi();
        services.AddBoardHub();
    }

    private static void MapAll(WebApplication app)
    {
        app.UseShell();
        app.UseApi();
        app.UseSignIn();
        app.UseWork();
        app.MapLanguages();
        app.MapSignIn();
        app.MapHealth();
        app.MapLive();
        app.MapBoard();
        app.MapViews();
        app.MapDesk();
        app.MapRecordings();
        app.MapSettings();
        app.MapApi();
        app.MapBoardHub();
        app.MapShell();
    }
}
