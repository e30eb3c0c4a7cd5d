using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>Voice menus lead somewhere, by keys that telephones have, and nobody stays in them for ever.</summary>
internal sealed class MenuRule : IConfigurationRule
{
    private const string Keys = "0123456789*#";

    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        var menus = document.Menus.DistinctBy(menu => menu.Id).ToDictionary(menu => menu.Id);
        for (var i = 0; i < document.Menus.Count; i++)
        {
            var (menu, path) = (document.Menus[i], $"$.menus[{i}]");
            findings.Text($"{path}.name", menu.Name, "the menu's name", required: true);
            findings.Range($"{path}.waitSeconds", menu.WaitSeconds, 1, 60, " seconds");
            findings.Range($"{path}.attempts", menu.Attempts, 1, 10, " times");
            if (menu.Keys.Count == 0 && !menu.Extensions)
                findings.Add($"{path}.keys", "the menu leads nowhere", "add a key, or let extensions be dialled");
            if (menu.Prompt is { } prompt) keys.Prompt($"{path}.prompt", prompt, findings);
            CheckKeys(menu, path, findings);
            if (LeadsBack(menu, menus))
            {
                findings.Add($"{path}.otherwise", "whoever presses nothing would never leave the menu",
                    "let it lead to a department, an employee, a voicemail or a hang-up");
            }
        }
    }

    private static void CheckKeys(MenuConfiguration menu, string path, Findings findings)
    {
        for (var k = 0; k < menu.Keys.Count; k++)
        {
            var key = menu.Keys[k].Key;
            if (key is not [var one] || !Keys.Contains(one))
                findings.Add($"{path}.keys[{k}].key", $"\"{key}\" is no key of a telephone", "use one of 0 to 9, * and #");
            else if (menu.Keys.Take(k).Any(other => other.Key == key))
                findings.Add($"{path}.keys[{k}].key", $"\"{key}\" leads to two places", "give every key once");
        }
    }

    /// <summary>Without a key the caller goes from menu to menu and comes by here again.</summary>
    private static bool LeadsBack(MenuConfiguration start, Dictionary<string, MenuConfiguration> menus)
    {
        var seen = new HashSet<string>();
        for (var next = start.Otherwise?.Menu; next is not null && seen.Add(next); next = menus.GetValueOrDefault(next)?.Otherwise?.Menu)
        {
            if (next == start.Id) return true;
        }

        return false;
    }
}
