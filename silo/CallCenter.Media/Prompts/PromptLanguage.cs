namespace CallCenter.Media.Prompts;

/// <summary>What is spoken; the code of each is its folder among the files.</summary>
public enum PromptLanguage
{
    Ukrainian,
    Russian,
    English,
}
