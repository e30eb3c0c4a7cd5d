namespace CallCenter.Media.Prompts;

/// <summary>A duration as the names of the prompts that say it.</summary>
public static class SpokenDuration
{
    /// <summary>Hours, minutes and seconds, without those that are zero; parts of a second are left out.</summary>
    /// <param name="duration">Not negative.</param>
    public static IReadOnlyList<string> Names(PromptLanguage language, TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        List<(int Number, CountedNoun Noun)> parts =
        [
            ((int)duration.TotalHours, CountedNoun.Hour),
            (duration.Minutes, CountedNoun.Minute),
            (duration.Seconds, CountedNoun.Second),
        ];
        parts.RemoveAll(part => part.Number == 0);
        return parts.Count == 0 ? SpokenNumber.Counted(language, 0, CountedNoun.Second) : Joined(language, parts);
    }

    /// <summary>
    /// How long something will take about: less than a minute, or whole minutes, rounded up, because who is told two minutes and waits
    /// three was told wrong. From an hour on in hours and minutes.
    /// </summary>
    public static IReadOnlyList<string> Estimate(PromptLanguage language, TimeSpan duration)
    {
        if (duration < TimeSpan.FromMinutes(1))
        {
            return [PromptNames.LessThanAMinute];
        }

        var (minutes, rest) = Math.DivRem(duration.Ticks, TimeSpan.TicksPerMinute);
        var whole = minutes + (rest > 0 ? 1 : 0);
        List<(int Number, CountedNoun Noun)> parts = [((int)(whole / 60), CountedNoun.Hour), ((int)(whole % 60), CountedNoun.Minute)];
        parts.RemoveAll(part => part.Number == 0);
        return Joined(language, parts);
    }

    // "One hour and five minutes"; Ukrainian and Russian put them side by side.
    private static List<string> Joined(PromptLanguage language, List<(int Number, CountedNoun Noun)> parts)
    {
        var names = new List<string>();
        foreach (var (number, noun) in parts)
        {
            if (names.Count > 0 && noun == parts[^1].Noun && language == PromptLanguage.English)
            {
                names.Add("and");
            }

            names.AddRange(SpokenNumber.Counted(language, number, noun));
        }

        return names;
    }
}
