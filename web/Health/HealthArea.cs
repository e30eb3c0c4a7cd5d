namespace CallCenter.Web.Health;

/// <summary>What monitors ask: is the process alive, can it serve, and what is missing.</summary>
public static class HealthArea
{
    public static void AddHealth(this IServiceCollection services) => services.AddSingleton<HealthReader>();

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new { live = true })).AllowAnonymous();
        app.MapGet("/health/ready", async (HealthReader reader) =>
        {
            var health = await reader.Read();
            return TypedResults.Json(health, statusCode: health.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        }).AllowAnonymous();
    }
}
