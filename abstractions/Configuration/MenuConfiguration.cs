namespace CallCenter.Abstractions.Configuration;

/// <summary>A voice menu: the caller hears a prompt and presses a key, at any time.</summary>
public sealed record MenuConfiguration
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    /// <summary>Key of one of the project's own prompts; null: "dial the extension", which all projects have.</summary>
    public string? Prompt { get; init; }
    public IReadOnlyList<MenuKey> Keys { get; init; } = [];
    /// <summary>An extension may be dialled as well; # ends it.</summary>
    public bool Extensions { get; init; }
    /// <summary>How long a key is waited for when everything was said.</summary>
    public int WaitSeconds { get; init; } = 5;
    /// <summary>How often he is asked.</summary>
    public int Attempts { get; init; } = 3;
    /// <summary>Where he goes who has not chosen by then; null: he is hung up on.</summary>
    public Destination? Otherwise { get; init; }
}

/// <summary>Where a key of a menu leads.</summary>
/// <param name="Key">0 to 9, * or #.</param>
public sealed record MenuKey(string Key, Destination LeadsTo);

/// <summary>Whose message it is that a caller leaves; exactly one of both is set.</summary>
/// <param name="Department">Key of a department: all its members see the message.</param>
/// <param name="Employee">Key of an employee.</param>
/// <param name="Prompt">The greeting: key of one of the project's own prompts; null: the one that all projects have.</param>
public sealed record MailboxDestination(string? Department = null, string? Employee = null, string? Prompt = null);

/// <summary>How messages are taken.</summary>
/// <param name="MaxSeconds">A message is no longer.</param>
/// <param name="SilenceSeconds">It is over after so long without a word.</param>
public sealed record VoicemailConfiguration(int MaxSeconds = 120, int SilenceSeconds = 5);
