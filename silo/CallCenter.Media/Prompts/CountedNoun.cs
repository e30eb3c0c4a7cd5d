namespace CallCenter.Media.Prompts;

/// <summary>What is counted in a spoken number or duration.</summary>
public enum CountedNoun
{
    Thousand,
    Hour,
    Minute,
    Second,
}
