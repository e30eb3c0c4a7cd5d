namespace CallCenter.Media.Prompts;

/// <summary>The forms of a noun after a whole number, by the plural rules of the Unicode CLDR.</summary>
public enum PluralForm
{
    /// <summary>1; in Ukrainian and Russian 21, 101 too, but not 11.</summary>
    One,

    /// <summary>Ukrainian and Russian: 2 to 4, 22 to 24, but not 12 to 14.</summary>
    Few,

    /// <summary>Ukrainian and Russian: all others.</summary>
    Many,

    /// <summary>English: all but 1.</summary>
    Other,
}
