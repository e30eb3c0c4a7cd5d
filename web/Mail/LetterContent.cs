using CallCenter.Web.Languages;

namespace CallCenter.Web.Mail;

/// <summary>What a letter says, before it is text and HTML.</summary>
/// <param name="Link">Where its one button leads; null for a letter without.</param>
/// <param name="Button">What stands on it.</param>
public sealed record LetterContent(
    Language Language, string Company, string Subject, IReadOnlyList<string> Before, string? Link, string? Button,
    IReadOnlyList<string> After)
{
    /// <summary>For programs that show no HTML.</summary>
    public string Text => string.Join("\n\n", Before.Concat(Link is null ? [] : [Link]).Concat(After)) + "\n";
}
