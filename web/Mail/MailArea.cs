namespace CallCenter.Web.Mail;

/// <summary>Letters: how they read, and what has them sent.</summary>
public static class MailArea
{
    public static void AddMail(this IServiceCollection services)
    {
        services.AddSingleton<LetterWriter>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<ForgottenPasswords>();
        services.AddHostedService(static provider => provider.GetRequiredService<ForgottenPasswords>());
    }
}
