namespace CallCenter.Media.Prompts;

/// <summary>What somebody who waits is told, as the names of the prompts that say it.</summary>
public static class SpokenPlace
{
    /// <summary>"Your place in the queue is three".</summary>
    /// <param name="position">From 1.</param>
    public static IReadOnlyList<string> Position(PromptLanguage language, int position) =>
        [PromptNames.Position, .. SpokenNumber.Names(language, position)];

    /// <summary>"The expected wait is five minutes", see <see cref="SpokenDuration.Estimate"/>.</summary>
    public static IReadOnlyList<string> ExpectedWait(PromptLanguage language, TimeSpan wait) =>
        [PromptNames.ExpectedWait, .. SpokenDuration.Estimate(language, wait)];
}
