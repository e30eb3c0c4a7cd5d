namespace CallCenter.Web.Api.Configuration;

/// <summary>Whether a document may be published.</summary>
/// <param name="Valid">True when there is no error.</param>
/// <param name="Errors">Every error, each with its place.</param>
public sealed record ValidationDto(bool Valid, IReadOnlyList<Problems.ProblemError> Errors);

/// <summary>The version that was published.</summary>
public sealed record PublishedDto(int Version);

/// <summary>A published version.</summary>
/// <param name="Author">Who published it.</param>
public sealed record VersionDto(int Version, string Author, DateTimeOffset At);
