namespace CallCenter.Abstractions.Configuration;

/// <summary>Makes a validated document the published one.</summary>
/// <param name="BasedOn">The version the author had before him; refused as stale when another was published since. Null publishes
/// regardless.</param>
public sealed record PublishConfiguration(ProjectConfiguration Document, int? BasedOn, string Author) : ProjectCommand;

/// <summary>The accepted reply: the new version's number.</summary>
public sealed record ConfigurationAccepted(int Version) : CommandReply;

/// <summary>A document was published. Versions count 1, 2, 3 …; the document holds no secret in clear.</summary>
public sealed record ConfigurationPublished(int Version, string Author, ProjectConfiguration Document) : ProjectEvent;

/// <summary>The published configuration changed: accounts, trunks and limits of the signaling are to be renewed.</summary>
public sealed record ApplyConfiguration(int Version, ProjectConfiguration Document) : ProjectEffect;

/// <summary>One error of a document, which keeps it from being published, or one warning, which does not.</summary>
/// <param name="Path">JSON path of the place, e.g. <c>$.employees[2].extension</c>.</param>
/// <param name="Problem">What is wrong there.</param>
/// <param name="Remedy">What would be right.</param>
/// <param name="IsWarning">It is allowed, but hardly meant.</param>
public sealed record ConfigurationError(string Path, string Problem, string Remedy, bool IsWarning = false)
{
    /// <summary>The same in parts, for pages that say it in another language; null where nobody took it apart.</summary>
    public FindingWords? Words { get; init; }
}

/// <summary>An error's two sentences as templates with numbered places (<c>{0}</c>), and what stands in the places.</summary>
public sealed record FindingWords(
    string Problem, IReadOnlyList<string> ProblemValues, string Remedy, IReadOnlyList<string> RemedyValues);
