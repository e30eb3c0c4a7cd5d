namespace CallCenter.Media.Prompts;

/// <summary>Of the noun that is counted: Ukrainian and Russian say 1 and 2 by it (один, одна; два, дві). English has none.</summary>
public enum NumberGender
{
    /// <summary>A number by itself, and masculine nouns.</summary>
    Masculine,
    Feminine,
}
