using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.Languages;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Calls.Recordings;

/// <summary>The sound of recorded conversations: to be listened to, as a file, and its shape.</summary>
public static class RecordingArea
{
    private const string Download = "download";
    private const string MediaType = "audio/wav";

    public static string Address(CallId call, int conversation) => $"/journal/{call}/recordings/{conversation}.wav";

    public static string DownloadAddress(CallId call, int conversation) => $"{Address(call, conversation)}?{Download}=1";

    public static string PeaksAddress(CallId call, int conversation) => $"/journal/{call}/recordings/{conversation}/peaks";

    public static void AddRecordings(this IServiceCollection services)
    {
        services.AddSingleton<RecordingLookup>();
        services.AddSingleton<Listenings>();
    }

    public static void MapRecordings(this IEndpointRouteBuilder app)
    {
        app.MapGet("/journal/{id:long}/recordings/{conversation:int}.wav", Sound).RequireAuthorization(Policies.SignedIn);
        app.MapGet("/journal/{id:long}/recordings/{conversation:int}/peaks", Peaks).RequireAuthorization(Policies.SignedIn);
    }

    private static Task<IResult> Sound(
        HttpContext context, long id, int conversation, RecordingLookup lookup, Listenings listenings, SignInTruth truth) =>
        Of(context, lookup, new CallId(id), conversation, async found =>
        {
            var isFile = context.Request.Query.ContainsKey(Download);
            await listenings.Note(
                isFile ? AuditKind.RecordingDownloaded : AuditKind.RecordingPlayed, Viewer.Of(context.User)!, new CallId(id), conversation,
                BeginsAtTheBeginning(context.Request));
            var sound = new RecordingStream(found.Grain, conversation, found.Bytes, () => truth.Holds(context.User));
            return Results.Stream(sound, MediaType, isFile ? await lookup.FileName(found) : null, enableRangeProcessing: true);
        });

    private static Task<IResult> Peaks(HttpContext context, long id, int conversation, RecordingLookup lookup) =>
        Of(context, lookup, new CallId(id), conversation, async found =>
            await RecordingPeaks.Read(found.Grain, conversation, found.Bytes, context.RequestAborted) is { } peaks
                ? Results.Json(peaks) : None(context, conversation));

    private static async Task<IResult> Of(
        HttpContext context, RecordingLookup lookup, CallId call, int conversation, Func<FoundRecording, Task<IResult>> answer)
    {
        try
        {
            var found = await lookup.Find(Viewer.Of(context.User)!, call, conversation, context.RequestAborted);
            return found is null ? None(context, conversation) : await answer(found);
        }
        catch (HistoryUnavailableException)
        {
            return InWords(context, CallListTexts.Away, StatusCodes.Status503ServiceUnavailable);
        }
    }

    // A browser that plays asks again wherever somebody jumps to.
    private static bool BeginsAtTheBeginning(HttpRequest request) =>
        request.GetTypedHeaders().Range is not { } range || range.Ranges.Any(static one => one.From is 0);

    private static IResult None(HttpContext context, int conversation) =>
        InWords(context, RecordingTexts.NoRecording, StatusCodes.Status404NotFound, conversation);

    private static IResult InWords(HttpContext context, Text words, int status, params ReadOnlySpan<object?> values) =>
        Results.Text(words.In(LanguageChoice.Of(context), values), statusCode: status);
}
