using CallCenter.Abstractions.Ports;
using CallCenter.Silo.Journal;
using CallCenter.Silo.Projects;
using CallCenter.Silo.Signaling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo;

/// <summary>Adds an embedded silo to a host.</summary>
public static class SiloServices
{
    /// <summary>
    /// Registers the silo, which starts and stops with the host, and the ports it implements. Everything outside works through the ports.
    /// </summary>
    public static IServiceCollection AddSilo(this IServiceCollection services, SiloOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<SiloCounters>();
        services.AddSingleton<SiloRuntimeHolder>();
        services.AddSingleton(_ => JournalFolder.Open(
            new JournalOptions(Path.Combine(options.DataFolder, "journal")) { SyncEveryFlush = options.FsyncJournal }));
        services.AddSingleton<IJournalReader>(provider => provider.GetRequiredService<JournalFolder>().Reader);
        services.AddSingleton<SipSecrets>(_ => new SipSecrets(_ => null, _ => null));
        services.AddSingleton(Parts);
        services.AddSingleton<IProjects, EmbeddedProjects>();
        services.AddSingleton<ISiloHealth, SiloHealthReader>();
        services.AddHostedService<SiloHost>();
        return services;
    }

    private static SiloParts Parts(IServiceProvider provider) => new(
        provider.GetRequiredService<JournalFolder>(), provider.GetRequiredService<SipSecrets>(),
        provider.GetRequiredService<SiloCounters>(), provider.GetRequiredService<TimeProvider>(),
        _ => 0, provider.GetRequiredService<ILoggerFactory>());
}
