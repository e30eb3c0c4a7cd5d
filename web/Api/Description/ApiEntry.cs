using CallCenter.Abstractions.Configuration;
using CallCenter.Web.Api.Access;
using Microsoft.AspNetCore.Http.Metadata;

namespace CallCenter.Web.Api.Description;

/// <summary>One endpoint as the page <c>/api</c> shows it.</summary>
/// <param name="Access">The least access level.</param>
public sealed record ApiEntry(string Method, string Path, string Summary, AccessLevel Access, string Curl)
{
    /// <summary>Every endpoint of the API, in the order they were mapped.</summary>
    public static IReadOnlyList<ApiEntry> In(EndpointDataSource endpoints) =>
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith(ApiArea.Prefix, StringComparison.Ordinal) == true)
            .Select(Read),
    ];

    private static ApiEntry Read(RouteEndpoint endpoint) => new(
        endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods[0],
        WithoutConstraints(endpoint.RoutePattern.RawText!),
        endpoint.Metadata.GetRequiredMetadata<IEndpointSummaryMetadata>().Summary,
        endpoint.Metadata.GetRequiredMetadata<NeededAccess>().Access,
        endpoint.Metadata.GetRequiredMetadata<CurlLine>().Text);

    private static string WithoutConstraints(string path) =>
        path.Replace(":long", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal);
}
