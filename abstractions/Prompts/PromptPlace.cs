namespace CallCenter.Abstractions.Prompts;

/// <summary>Where a sound of a project stands: what callers hear under a name, in a language or in whatever language.</summary>
/// <param name="Set">ISO 639-1 code of a spoken language (<c>uk</c>, <c>ru</c>, <c>en</c>), <see cref="Own"/> or <see cref="Any"/>.</param>
/// <param name="Name">Of the built-in prompt; the key of an own one.</param>
public sealed record PromptPlace(string Set, string Name)
{
    /// <summary>Those of the document (<c>ProjectConfiguration.Prompts</c>), each by its key.</summary>
    public const string Own = "own";

    /// <summary>What is the same for callers of every language.</summary>
    public const string Any = "any";

    /// <summary>What whoever waits or is held hears over and over.</summary>
    public static PromptPlace Music { get; } = new(Any, "music");

    /// <summary>The sound of a prompt of the document.</summary>
    public static PromptPlace OfOwn(string key) => new(Own, key);

    /// <summary>As it stands in addresses and in the audit log, e.g. <c>uk/closed</c>.</summary>
    public override string ToString() => $"{Set}/{Name}";
}
