using Microsoft.AspNetCore.Http.HttpResults;

namespace CallCenter.Web.Api.Problems;

/// <summary>One kind of problem the API answers with (RFC 9457).</summary>
/// <param name="Name">Stable name; the problem's <c>type</c> is <c>/api#</c> and this, which the page <c>/api</c> explains.</param>
/// <param name="Status">HTTP status code.</param>
/// <param name="Title">The same for every problem of the kind.</param>
public sealed record ProblemKind(string Name, int Status, string Title)
{
    public string Type => $"/api#{Name}";

    /// <summary>A problem of this kind.</summary>
    /// <param name="detail">What is wrong here and what would be right.</param>
    /// <param name="errors">Every single error, where there are several.</param>
    public ProblemHttpResult With(string detail, IReadOnlyList<ProblemError>? errors = null) =>
        TypedResults.Problem(
            detail: detail, statusCode: Status, title: Title, type: Type,
            extensions: errors is null ? null : new Dictionary<string, object?> { ["errors"] = errors });
}

/// <summary>One of several errors of a request.</summary>
/// <param name="Path">The parameter's name, or the JSON path in the document.</param>
/// <param name="Problem">What is wrong there.</param>
/// <param name="Remedy">What would be right.</param>
public sealed record ProblemError(string Path, string Problem, string Remedy);
