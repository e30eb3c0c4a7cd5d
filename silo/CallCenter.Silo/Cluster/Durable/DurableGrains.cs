using CallCenter.Grains;
using CallCenter.History;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Storage;

namespace CallCenter.Silo.Cluster.Durable;

/// <summary>
/// State and reminders of grains that work with the outside (letters, a CRM), in the tables of our migrations. Orleans' own providers read
/// their statements at the silo's start and refuse it without PostgreSQL; here they are started by the first grain that needs them, so a
/// silo serves phones and pages without a database, and what it cannot keep is refused to whoever wanted it kept.
/// </summary>
internal static class DurableGrains
{
    /// <summary>How soon a silo that started without PostgreSQL learns of the reminders in it.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    /// <param name="connectionString">Of the database with the tables; it need not be there yet.</param>
    public static void AddDurableGrains(this ISiloBuilder silo, string connectionString)
    {
        var database = HistoryDatabase.ForOrleans(connectionString);
        silo.Services.AddOptions<AdoNetGrainStorageOptions>(GrainStateNames.Storage)
            .Configure(options => (options.Invariant, options.ConnectionString) = (ClusterNames.Invariant, database));
        silo.Services.AddTransient<IPostConfigureOptions<AdoNetGrainStorageOptions>,
            DefaultStorageProviderSerializerOptionsConfigurator<AdoNetGrainStorageOptions>>();
        silo.Services.AddKeyedSingleton<IGrainStorage>(GrainStateNames.Storage, static (services, _) =>
            new LateGrainStorage(AdoNetGrainStorageFactory.Create(services, GrainStateNames.Storage)));

        silo.UseAdoNetReminderService(options =>
            (options.Invariant, options.ConnectionString) = (ClusterNames.Invariant, database));
        silo.Services.Configure<ReminderOptions>(static options => options.RefreshReminderListPeriod = LookEvery);
        var table = silo.Services.Last(static service => service.ServiceType == typeof(IReminderTable)).ImplementationType!;
        silo.Services.RemoveAll<IReminderTable>();
        silo.Services.AddSingleton<IReminderTable>(services =>
            new LateReminderTable((IReminderTable)ActivatorUtilities.CreateInstance(services, table)));
    }
}
