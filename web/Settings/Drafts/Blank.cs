namespace CallCenter.Web.Settings.Drafts;

/// <summary>What is left empty in a form is absent in the document.</summary>
public static class Blank
{
    /// <summary>One entry a line.</summary>
    public static string[] Lines(string? typed) =>
        (typed ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string? ToNull(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
