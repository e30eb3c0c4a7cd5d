using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace CallCenter.Web.Api.Description;

/// <summary>A curl line that shows an endpoint; <c>$URL</c> and <c>$KEY</c> stand for the address and the API key.</summary>
public sealed record CurlLine(string Text);

/// <summary>An example of a request body, as JSON.</summary>
public sealed record RequestExample(string Json);

/// <summary>What the endpoints say about themselves, beside summary and description.</summary>
public static class EndpointDescription
{
    public static RouteHandlerBuilder WithCurl(this RouteHandlerBuilder endpoint, string curl) => endpoint.WithMetadata(new CurlLine(curl));

    public static RouteHandlerBuilder WithExample(this RouteHandlerBuilder endpoint, string json) =>
        endpoint.WithMetadata(new RequestExample(json));

    public static TBuilder WithBodyLimit<TBuilder>(this TBuilder endpoint, int bytes) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new RequestSizeLimitAttribute(bytes));

    /// <summary>
    /// Bytes of whatever media type a program says they have: a body that is refused for it would be refused before anybody asked who sends
    /// it.
    /// </summary>
    /// <param name="mediaType">What they are described as.</param>
    public static RouteHandlerBuilder WithBinaryBody(this RouteHandlerBuilder endpoint, string mediaType) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            var bytes = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { [mediaType] = bytes },
            };
            return Task.CompletedTask;
        });

    /// <summary>The problems of this endpoint beside those that every endpoint may answer with.</summary>
    public static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses) endpoint.ProducesProblem(status);
        return endpoint;
    }
}
