using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>Own prompts have names by which people tell them apart. Whether one has its sound yet is no matter of the document.</summary>
internal sealed class PromptRule : IConfigurationRule
{
    private const int LongestText = 1_000;

    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < document.Prompts.Count; i++)
        {
            var (prompt, path) = (document.Prompts[i], $"$.prompts[{i}]");
            findings.Text($"{path}.name", prompt.Name, "the name", required: true);
            findings.Text($"{path}.text", prompt.Text, "the text", required: false, LongestText);
            if (!string.IsNullOrWhiteSpace(prompt.Name) && !seen.TryAdd(prompt.Name, i))
            {
                findings.Add($"{path}.name", $"the name \"{prompt.Name}\" is used twice",
                    $"{$"$.prompts[{seen[prompt.Name]}]"} has it already; choose another");
            }
        }
    }
}
