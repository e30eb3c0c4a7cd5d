namespace CallCenter.Media.Prompts;

/// <summary>Prompts that are said by themselves; their words are in <c>Files/prompts.tsv</c>. Number words have no names here.</summary>
public static class PromptNames
{
    public const string PleaseWait = "please-wait";
    public const string Position = "position";
    public const string ExpectedWait = "expected-wait";
    public const string LessThanAMinute = "less-than-a-minute";
    public const string CallbackOffer = "callback-offer";
    public const string CallbackAccepted = "callback-accepted";
    public const string Recorded = "recorded";
    public const string InvalidChoice = "invalid-choice";
    public const string NoChoice = "no-choice";
    public const string Goodbye = "goodbye";
    public const string Closed = "closed";
    public const string LeaveMessage = "leave-message";
    public const string MessageSaved = "message-saved";
    public const string MessageEmpty = "message-empty";
    public const string Rate = "rate";
    public const string RateThanks = "rate-thanks";
    public const string Connecting = "connecting";
    public const string EmployeeUnavailable = "employee-unavailable";
    public const string DialExtension = "dial-extension";
    public const string RecordingPrompt = "recording-prompt";
    public const string PromptSaved = "prompt-saved";

    /// <summary>The beep before somebody records; the same in every language.</summary>
    public const string Tone = "tone";
}
