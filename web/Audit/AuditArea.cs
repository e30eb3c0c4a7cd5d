namespace CallCenter.Web.Audit;

/// <summary>Who did what: written by <see cref="AuditLog"/>, shown under Settings and by the API.</summary>
public static class AuditArea
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<AuditLog>();
        // Hosted services are made before the first of them starts; the grains behind the log are put together meanwhile.
        services.AddSingleton(static provider => new Lazy<AuditLog>(provider.GetRequiredService<AuditLog>));
        services.AddHostedService<RepetitionRounds>();
    }
}
