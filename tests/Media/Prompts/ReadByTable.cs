using CallCenter.Media.Prompts;

namespace CallCenter.Media.Tests.Prompts;

/// <summary>The table of words as it was copied beside the tests, read once more and simply.</summary>
internal static class ReadByTable
{
    public static Dictionary<(PromptLanguage Language, string Name), string> Texts { get; } = File
        .ReadAllLines(Path.Combine(PromptLibrary.ShippedFolder, "prompts.tsv")).Skip(1).Select(line => line.Split('\t'))
        .SelectMany(cells => PromptLanguages.All.Select((language, at) => (Key: (language, cells[0]), Text: cells[at + 1])))
        .Where(cell => cell.Text.Length > 0).ToDictionary(cell => cell.Key, cell => cell.Text);

    /// <summary>What somebody hears.</summary>
    public static string Sentence(PromptLanguage language, IEnumerable<string> names) =>
        string.Join(' ', names.Select(name => Texts[(language, name)]));
}
