namespace CallCenter.Web.Start;

/// <summary>Puts a process together that has a silo and no pages.</summary>
public static class SiloProcess
{
    public static IHost Build(StartOptions options, Action<IServiceCollection> addSilo)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddEnvironmentVariables();
        var log = new ServerLog(options.Log);
        log.Add(builder.Logging);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = WebServer.LongestStop);
        builder.Services.AddExporting(builder.Configuration);
        addSilo(builder.Services);
        var host = builder.Build();
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(log.Started);
        return host;
    }
}
