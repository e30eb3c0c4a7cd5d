namespace CallCenter.Web.Audit;

/// <summary>Who did what: written by <see cref="AuditLog"/>, shown under Settings and by the API.</summary>
public static class AuditArea
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<AuditLog>();
        services.AddHostedService<RepetitionRounds>();
    }
}
