using CallCenter.Abstractions;
using CallCenter.Abstractions.Ports;
using CallCenter.History;
using CallCenter.Journal;
using CallCenter.Silo.Alarms;
using CallCenter.Silo.Cluster;
using CallCenter.Silo.Configuration;
using CallCenter.Silo.Configuration.Drafts;
using CallCenter.Silo.Mail;
using CallCenter.Silo.Media.Prompts;
using CallCenter.Silo.Media.Recordings;
using CallCenter.Silo.Projects;
using CallCenter.Silo.Secrets;
using CallCenter.Silo.Signaling;
using CallCenter.Silo.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo;

/// <summary>Adds an embedded silo to a host.</summary>
public static class SiloServices
{
    /// <summary>
    /// Adds the silo, which starts and stops with the host, the ports it implements, and the grains that stand on them. Everything outside
    /// works through grains and ports.
    /// </summary>
    public static IServiceCollection AddSilo(this IServiceCollection services, SiloOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        _ = Task.Run(Recovery.WarmUp);
        services.AddSingleton(new HistoryOptions(options.DataFolder, options.HistoryConnectionString)
        {
            Alarms = options.Alarms,
            KeepAudit = options.KeepAudit,
        });
        services.AddSingleton<HistoryService>();
        services.AddSingleton(provider => provider.GetRequiredService<HistoryService>().Reader);
        services.AddHostedService<ProjectFileCheck>();
        services.AddHostedService<HistoryHost>();
        services.AddSingleton(_ => SecretStore.Open(options.DataFolder));
        services.AddSingleton<Func<ProjectId, SipSecrets>>(provider => SecretsOf(provider.GetRequiredService<SecretStore>()));
        services.AddSingleton<ISignIns, SignIns>();
        services.AddSingleton<ISecondFactors, SecondFactors>();
        services.AddSingleton<Configurations>();
        services.AddSingleton<IConfigurations>(provider => provider.GetRequiredService<Configurations>());
        services.AddSingleton<ConfigurationDrafts>();
        services.AddSingleton<IDrafts>(provider => provider.GetRequiredService<ConfigurationDrafts>());
        services.AddSingleton<IMail, MailSender>();
        services.AddHostedService<RecordingRetention>();
        services.AddSingleton<ProjectFileImporter>();
        services.AddHostedService<SecondSignal>();
        services.AddSiloAlone(options);
        return options.Cluster is { } cluster ? services.AddSharedCluster(cluster) : services.AddOwnCluster();
    }

    /// <summary>The silo without history and secrets; tests put their own in their place.</summary>
    internal static IServiceCollection AddSiloAlone(this IServiceCollection services, SiloOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<SiloCounters>();
        services.AddSingleton(new CollectionWatch());
        services.AddHostedService<CollectionPace>();
        services.AddSingleton<SiloRuntimeHolder>();
        services.AddSingleton(_ => JournalFolder.Open(
            new JournalOptions(DataFolders.JournalOf(options.DataFolder))
            {
                SyncEveryFlush = options.FsyncJournal,
                SegmentBytes = options.JournalSegmentBytes,
            }));
        services.AddSingleton<IJournalReader>(provider => provider.GetRequiredService<JournalFolder>().Reader);
        services.AddSingleton(_ => ProjectRegistry.Open(options.DataFolder, new ProjectId(options.ProjectId)));
        services.AddSingleton(Parts);
        services.AddSingleton<IProjects, EmbeddedProjects>();
        services.AddSingleton<IRecordings, RecordingFiles>();
        services.AddSingleton<IPrompts>(provider => new ProjectPrompts(
            project => provider.GetRequiredService<SiloRuntimeHolder>().Runtime.Projects.Find(project)?.Signaling.Core.Sounds,
            provider.GetRequiredService<IProjects>()));
        services.AddSingleton<IProjectRegistry, EmbeddedRegistry>();
        services.AddSingleton(Alarms);
        services.AddHostedService(provider => provider.GetRequiredService<AlarmWatch>());
        services.AddSingleton<ISiloHealth>(Health);
        services.AddHostedService(provider => new TelemetryHost(
            provider.GetRequiredService<SiloCounters>(), provider.GetRequiredService<SiloRuntimeHolder>(), HistoryHealthOf(provider)));
        services.AddHostedService<SiloHost>();
        services.AddHostedService<ProjectWatch>();
        return services;
    }

    private static Func<ProjectId, SipSecrets> SecretsOf(SecretStore store) => project =>
        new(username => store.AccountPassword(project, username), trunk => store.TrunkPassword(project, trunk));

    internal static SiloParts Parts(IServiceProvider provider) => new(
        provider.GetRequiredService<JournalFolder>(), provider.GetRequiredService<ProjectRegistry>(),
        provider.GetRequiredService<Func<ProjectId, SipSecrets>>(),
        provider.GetRequiredService<SiloCounters>(), provider.GetRequiredService<TimeProvider>(),
        provider.GetService<HistoryService>() is { } history ? () => history.DurableSequences() : NothingDurable,
        provider.GetRequiredService<ILoggerFactory>(), provider.GetRequiredService<SiloOptions>().DnsServers);

    private static SiloHealthReader Health(IServiceProvider provider) => new(
        provider.GetRequiredService<SiloRuntimeHolder>(), provider.GetRequiredService<SiloCounters>(),
        provider.GetRequiredService<CollectionWatch>(), provider.GetRequiredService<IJournalReader>(),
        HistoryHealthOf(provider), provider.GetRequiredService<AlarmWatch>());

    private static AlarmWatch Alarms(IServiceProvider provider) => new(
        provider.GetRequiredService<SiloRuntimeHolder>(), provider.GetRequiredService<SiloOptions>(), HistoryHealthOf(provider),
        provider.GetRequiredService<ILogger<AlarmWatch>>());

    private static Func<HistoryHealth> HistoryHealthOf(IServiceProvider provider) =>
        provider.GetService<HistoryService>() is { } history ? history.Health : () => new HistoryHealth(false, "no history", 0);

    private static Task<IReadOnlyDictionary<ProjectId, long>> NothingDurable() =>
        Task.FromResult<IReadOnlyDictionary<ProjectId, long>>(new Dictionary<ProjectId, long>());
}
