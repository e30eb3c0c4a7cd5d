namespace CallCenter.Web.Calls.Stages;

/// <summary>The page of conversations and their stages.</summary>
public static class StagesArea
{
    public static void AddStages(this IServiceCollection services) => services.AddSingleton<StageLookup>();
}
