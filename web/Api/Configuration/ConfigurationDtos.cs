namespace CallCenter.Web.Api.Configuration;

/// <summary>Whether a document may be published.</summary>
/// <param name="Valid">True when there is no error.</param>
/// <param name="Errors">Every error, each with its place.</param>
/// <param name="Warnings">What is allowed, but hardly meant.</param>
public sealed record ValidationDto(
    bool Valid, IReadOnlyList<Problems.ProblemError> Errors, IReadOnlyList<Problems.ProblemError> Warnings);

/// <summary>The version that was published.</summary>
/// <param name="Warnings">What in it is allowed, but hardly meant.</param>
public sealed record PublishedDto(int Version, IReadOnlyList<Problems.ProblemError> Warnings);

/// <summary>A published version.</summary>
/// <param name="Author">Who published it.</param>
public sealed record VersionDto(int Version, string Author, DateTimeOffset At);
