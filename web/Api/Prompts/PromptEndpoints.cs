using System.ComponentModel;
using System.Security.Claims;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Prompts;
using CallCenter.Web.Api.Access;
using CallCenter.Web.Api.Description;
using CallCenter.Web.Api.Problems;
using CallCenter.Web.Audit;
using CallCenter.Web.Languages;
using CallCenter.Web.Settings.Prompts;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Api.Prompts;

/// <summary><c>/api/v1/prompts</c>: what callers hear, for administrators.</summary>
public static class PromptEndpoints
{
    private const string Address = "/prompts/{language}/{name}";

    public static void MapPrompts(this RouteGroupBuilder api)
    {
        api.MapGet("/prompts", List).Needs(Rights.Administer)
            .WithName("listPrompts").WithTags("Prompts")
            .WithSummary("What callers hear: prompts and music")
            .Produces<IReadOnlyList<PromptDto>>()
            .WithCurl("curl -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/prompts\"");
        api.MapGet(Address, Read).Needs(Rights.Administer)
            .WithName("getPrompt").WithTags("Prompts")
            .WithSummary("The sound of a prompt as a WAV file")
            .WithDescription("As callers hear it: 8 kHz, mono.")
            .Produces<byte[]>(contentType: PromptSound.MediaType)
            .ProducesProblems(404)
            .WithCurl("curl -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/prompts/uk/closed\" -o closed.wav");
        api.MapPut(Address, Put).Needs(Rights.Administer)
            .WithName("putPrompt").WithTags("Prompts")
            .WithSummary("Puts a sound in place of a prompt")
            .WithDescription(
                "A WAV file of any usual kind, up to 10 MB and 10 minutes. Callers hear it when this answers. The key of an own prompt "
                + "need not be in the configuration yet.")
            .WithBinaryBody(PromptSound.MediaType)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(404, 413, 422)
            .WithBodyLimit(IPromptGrain.MostBytes)
            .WithCurl("curl -X PUT -H \"Authorization: Bearer $KEY\" -H \"Content-Type: audio/wav\" --data-binary @closed.wav "
                + "\"$URL/api/v1/prompts/uk/closed\"");
        api.MapDelete(Address, Restore).Needs(Rights.Administer)
            .WithName("restorePrompt").WithTags("Prompts")
            .WithSummary("The built-in prompt again, or no sound of an own one")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(404)
            .WithCurl("curl -X DELETE -H \"Authorization: Bearer $KEY\" \"$URL/api/v1/prompts/uk/closed\"");
    }

    private static async Task<IReadOnlyList<PromptDto>> List(ClaimsPrincipal user, IGrainFactory grains) =>
        [.. (await grains.Prompts(user.Caller().Project).List()).Select(PromptDto.From)];

    private static async Task<IResult> Read(
        [Description("uk, ru, en; own; any.")] string language, [Description("Of the prompt; the key of an own one.")] string name,
        ClaimsPrincipal user, IGrainFactory grains) =>
        await grains.Prompts(user.Caller().Project).Read(new PromptPlace(language, name)) is { } wav
            ? Results.Bytes(wav, PromptSound.MediaType) : None(language, name);

    private static async Task<IResult> Put(
        [Description("uk, ru, en; own; any.")] string language, [Description("Of the prompt; the key of an own one.")] string name,
        HttpRequest request, PromptChanges changes, AuditLog audit)
    {
        using var wav = new MemoryStream();
        await request.Body.CopyToAsync(wav, request.HttpContext.RequestAborted);
        var user = request.HttpContext.User;
        return await changes.Put(user.Caller().Project, new PromptPlace(language, name), wav.ToArray(), audit.Actor) switch
        {
            null => Results.NoContent(),
            PromptRefusal.NoSuchPrompt => None(language, name),
            PromptRefusal.NotWritten => ProblemKinds.Failure.With(PromptsTexts.Of(PromptRefusal.NotWritten).In(Language.English)),
            { } refusal => ProblemKinds.SoundRefused.With(PromptsTexts.Of(refusal).In(Language.English)),
        };
    }

    private static async Task<IResult> Restore(
        [Description("uk, ru, en; own; any.")] string language, [Description("Of the prompt; the key of an own one.")] string name,
        ClaimsPrincipal user, PromptChanges changes, AuditLog audit) =>
        await changes.Restore(user.Caller().Project, new PromptPlace(language, name), audit.Actor)
            ? Results.NoContent()
            : ProblemKinds.NoSuchPrompt.With($"No sound was put up for \"{language}/{name}\". /api/v1/prompts lists what callers hear.");

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult None(string language, string name) =>
        ProblemKinds.NoSuchPrompt.With($"There is no sound for \"{language}/{name}\". /api/v1/prompts lists what callers hear.");
}
