namespace CallCenter.Media.Prompts;

/// <summary>The words that are spoken in the prompts, from the table that they were made of.</summary>
internal sealed class PromptTexts
{
    private readonly Dictionary<(string Language, string Name), string> _texts = [];

    private PromptTexts()
    {
    }

    /// <param name="path">Columns by tab: name, then a language each; an empty cell is a word that the language does not need.</param>
    /// <exception cref="IOException">It is not there or cannot be read.</exception>
    public static PromptTexts Read(string path)
    {
        var texts = new PromptTexts();
        var rows = File.ReadAllLines(path).Select(line => line.Split('\t')).ToList();
        foreach (var row in rows.Skip(1))
        {
            foreach (var (language, text) in rows[0].Zip(row).Skip(1).Where(cell => cell.Second.Length > 0))
            {
                texts._texts[(language, row[0])] = text;
            }
        }

        return texts;
    }

    public string? Find(PromptLanguage language, string name) => _texts.GetValueOrDefault((language.Code(), name));
}
