using System.Globalization;
using System.Text.Json;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.Cluster;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallCenter.Web.Api.Problems;

/// <summary>
/// The edge of the API: whatever goes wrong below leaves as problem details, also what the framework answers without a body
/// (unknown address, wrong method, body too large). Has to stand after routing and before authorization.
/// </summary>
public sealed partial class ApiProblems(RequestDelegate next, ILogger<ApiProblems> logger)
{
    private const int HistoryRetrySeconds = 5;
    private const int SiloRetrySeconds = 2;
    private const string NotFoundHelp = "The page /api lists every endpoint; /openapi/v1.json describes them.";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            // Without an endpoint there is nothing to authorise; the framework's own endpoints (405, 415) are run here, before the policy
            // that asks for a sign-in everywhere could turn them into 401.
            await (context.GetEndpoint() switch
            {
                null => ProblemKinds.NoSuchEndpoint.With(NotFoundHelp).ExecuteAsync(context),
                RouteEndpoint => next(context),
                var rejection => rejection.RequestDelegate!(context),
            });
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null } && ForEmptyAnswer(context) is { } problem)
                await problem.ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller went away; there is nobody to answer.
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await ForException(context, failure).ExecuteAsync(context);
        }
    }

    private static ProblemHttpResult? ForEmptyAnswer(HttpContext context) => context.Response.StatusCode switch
    {
        404 => ProblemKinds.NoSuchEndpoint.With(NotFoundHelp),
        405 => ProblemKinds.MethodNotAllowed.With($"This address answers to: {context.Response.Headers.Allow}."),
        413 => ProblemKinds.BodyTooLarge.With("Send a smaller body; the page /api says how large it may be."),
        415 => ProblemKinds.WrongMediaType.With("Send the body as JSON with the header \"Content-Type: application/json\"."),
        400 => ProblemKinds.InvalidRequest.With("The request cannot be read; /openapi/v1.json describes what is expected."),
        _ => null,
    };

    private ProblemHttpResult ForException(HttpContext context, Exception failure)
    {
        switch (failure)
        {
            case HistoryUnavailableException:
                context.Response.Headers.RetryAfter = HistoryRetrySeconds.ToString(CultureInfo.InvariantCulture);
                return ProblemKinds.HistoryAway.With("The database of the history does not answer. Calls and the board go on; "
                    + "try again after the seconds of the header Retry-After.");
            case var away when SilosAway.Caused(away):
                context.Response.Headers.RetryAfter = SiloRetrySeconds.ToString(CultureInfo.InvariantCulture);
                return ProblemKinds.SiloAway.With("The server that has this project cannot be reached right now; "
                    + "try again after the seconds of the header Retry-After.");
            case KeyNotFoundException:
                return ProblemKinds.NoSuchProject.With("The project of this key or sign-in does not live here.");
            case BadHttpRequestException { StatusCode: 413 }:
                return ProblemKinds.BodyTooLarge.With("Send a smaller body; the page /api says how large it may be.");
            case BadHttpRequestException { StatusCode: 415 }:
                return ProblemKinds.WrongMediaType.With("Send the body as JSON with the header \"Content-Type: application/json\".");
            case BadHttpRequestException { InnerException: JsonException json }:
                return ProblemKinds.InvalidRequest.With("The body is not the JSON that is expected; /openapi/v1.json describes it.",
                    [new ProblemError(json.Path ?? "$", "Cannot be read here.", "A value of the type that /openapi/v1.json names.")]);
            case BadHttpRequestException bad:
                return ProblemKinds.InvalidRequest.With($"{bad.Message} /openapi/v1.json describes what is expected.");
            default:
                LogFailure(failure, context.Request.Method, context.Request.Path);
                return ProblemKinds.Failure.With($"The log has the details under the trace {context.TraceIdentifier}.");
        }
    }

    [LoggerMessage(3001, LogLevel.Error, "API request {Method} {Path} failed")]
    private partial void LogFailure(Exception failure, string method, PathString path);
}
