namespace CallCenter.Web.Cluster;

/// <summary>What pages know of the silos behind them.</summary>
public static class ClusterArea
{
    /// <summary>After whatever makes grains answer: hosted services start one after the other.</summary>
    public static void AddClusterView(this IServiceCollection services)
    {
        services.AddSingleton<ProjectList>();
        services.AddSingleton<ClusterView>();
        services.AddSingleton<AlarmsOf>(static provider => provider.GetRequiredService<ClusterView>().Alarms);
        services.AddHostedService(static provider => provider.GetRequiredService<ClusterView>());
    }
}
