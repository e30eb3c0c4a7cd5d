using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Prompts;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Settings.Prompts;

/// <summary>What callers hear, for whoever administrates it: the address that the buttons of the page play.</summary>
public static class PromptSound
{
    public const string MediaType = "audio/wav";

    public static string Address(PromptPlace place) => $"/settings/prompts/{place.Set}/{place.Name}.wav";

    public static void MapPromptSounds(this IEndpointRouteBuilder app) =>
        app.MapGet("/settings/prompts/{set}/{name}.wav", async (HttpContext context, string set, string name, IGrainFactory grains) =>
            await grains.Prompts(Viewer.Of(context.User)!.Project).Read(new PromptPlace(set, name)) is { } wav
                ? Results.Bytes(wav, MediaType) : Results.NotFound()).RequireAuthorization(Policies.Administer);
}
