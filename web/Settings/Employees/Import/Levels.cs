using CallCenter.Abstractions.Configuration;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Settings.Employees.Import;

/// <summary>Access levels as people write them.</summary>
public static class Levels
{
    /// <summary>Nothing written is an employee; null for a word that is none.</summary>
    public static AccessLevel? Find(string word)
    {
        if (word.Length == 0) return AccessLevel.Employee;
        foreach (var level in AccessLevels.InOrder)
        {
            var isMeant = word.Equals(level.ToString(), StringComparison.OrdinalIgnoreCase) || LanguageNames.All.Any(language =>
                DocumentTexts.Of(level).In(language).Split(':')[0].Equals(word, StringComparison.OrdinalIgnoreCase));
            if (isMeant) return level;
        }

        return null;
    }
}
