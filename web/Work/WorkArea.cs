using CallCenter.Web.Work.Circuits;
using Microsoft.AspNetCore.Components.Server.Circuits;
using MudBlazor;
using MudBlazor.Services;

namespace CallCenter.Web.Work;

/// <summary>Pages that are worked with: circuits with their bounds, and MudBlazor in our words.</summary>
public static class WorkArea
{
    /// <summary>Where circuits connect.</summary>
    public const string HubPath = "/_blazor";

    // A form with a long list of members is some 100 KB; a table that is pasted in some more.
    private const int LargestMessage = 512 * 1024;

    public static void AddWork(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(circuit =>
        {
            // What was typed is kept by the browser (js/keep.js), so a circuit that nobody comes back to may go early.
            circuit.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(60);
            circuit.DisconnectedCircuitMaxRetained = 50;
            circuit.PersistedCircuitInMemoryMaxRetained = 0;
            circuit.MaxBufferedUnacknowledgedRenderBatches = 10;
            circuit.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(10);
            circuit.DetailedErrors = false;
        }).AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestMessage);
        services.AddSingleton<CircuitBounds>();
        services.AddScoped<CircuitHandler, CircuitSignIn>();
        services.AddScoped<IslandLanguage>();
        services.AddScoped<Keep>();
        services.AddScoped<Notices>();
        services.AddTransient<MudLocalizer, MudWords>();
        services.AddMudServices();
    }

    /// <summary>Before the endpoints, behind the sign-in.</summary>
    public static void UseWork(this WebApplication app) => app.UseMiddleware<CircuitBounds>();
}
