using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Steps;

/// <summary>The built-in prompts that steps say, by the names of their files.</summary>
internal static class StepPrompts
{
    public static readonly Prompt Recorded = new("recorded");
    public static readonly Prompt DialExtension = new("dial-extension");
    public static readonly Prompt NoChoice = new("no-choice");
    public static readonly Prompt InvalidChoice = new("invalid-choice");
    public static readonly Prompt LeaveMessage = new("leave-message");
    public static readonly Prompt Tone = new("tone");
    public static readonly Prompt MessageSaved = new("message-saved");
    public static readonly Prompt MessageEmpty = new("message-empty");
    public static readonly Prompt Rate = new("rate");
    public static readonly Prompt RateThanks = new("rate-thanks");
    public static readonly Prompt Goodbye = new("goodbye");

    /// <summary>One of the project's own in its place, where there is a key of one.</summary>
    public static Prompt Or(this Prompt builtIn, string? own) => builtIn with { Own = own };
}
