namespace CallCenter.Abstractions.Prompts;

/// <summary>What a caller hears at a place.</summary>
/// <param name="Text">What is said in it: of a built-in one as it is shipped, of an own one as the document has it. Null: no words.</param>
/// <param name="IsReplaced">Somebody put a sound there; false: it is the built-in one, or none.</param>
/// <param name="DurationMs">Null: there is no sound yet, which only own ones can lack.</param>
public sealed record PromptEntry(PromptPlace Place, string? Text, bool IsReplaced, int? DurationMs);
