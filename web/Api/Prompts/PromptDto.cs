using CallCenter.Abstractions.Prompts;

namespace CallCenter.Web.Api.Prompts;

/// <summary>What a caller hears.</summary>
/// <param name="Language">uk, ru, en; own for a prompt of the configuration; any for what is the same in every language.</param>
/// <param name="Name">Of the built-in prompt; the key of an own one.</param>
/// <param name="Text">What is said in it: of a built-in one as it is shipped, of an own one as the configuration has it.</param>
/// <param name="IsReplaced">A sound was put up; else it is the built-in one, or none.</param>
/// <param name="DurationMs">Null: there is no sound yet.</param>
public sealed record PromptDto(string Language, string Name, string? Text, bool IsReplaced, int? DurationMs)
{
    public static PromptDto From(PromptEntry entry) =>
        new(entry.Place.Set, entry.Place.Name, entry.Text, entry.IsReplaced, entry.DurationMs);
}
