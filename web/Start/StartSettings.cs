namespace CallCenter.Web.Start;

/// <summary>Settings that come from the environment (<c>Guard__AnonymousBurst=50</c>): a section of them is an options class.</summary>
internal static class StartSettings
{
    /// <summary>
    /// Whoever reads the options first meets <see cref="UnusableSettingException"/> where one of them is not what it should be; the start
    /// does at the latest.
    /// </summary>
    public static void AddSettings<T>(this IServiceCollection services, string section)
        where T : class =>
        services.AddOptions<T>().Configure<IConfiguration>((options, all) => Bind(all.GetSection(section), options)).ValidateOnStart();

    private static void Bind(IConfigurationSection section, object options)
    {
        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException unreadable)
        {
            throw new UnusableSettingException(
                $"A setting of the environment is wrong: {Refusal.FirstLine(unreadable.Message)} "
                + $"Correct the variable {section.Key}__… or leave it out.", unreadable);
        }
    }
}
