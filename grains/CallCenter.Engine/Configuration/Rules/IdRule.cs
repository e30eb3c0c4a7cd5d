using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>Keys are present, of the usual form and used once.</summary>
internal sealed class IdRule : IConfigurationRule
{
    private const int Longest = 40;

    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        Check("numbers", document.Numbers.Select(number => number.Id), findings);
        Check("departments", document.Departments.Select(department => department.Id), findings);
        Check("employees", document.Employees.Select(employee => employee.Id), findings);
        Check("menus", document.Menus.Select(menu => menu.Id), findings);
        Check("trunks", document.Trunks.Select(trunk => trunk.Id), findings);
        Check("prompts", document.Prompts.Select(prompt => prompt.Id), findings);
    }

    private static void Check(string list, IEnumerable<string> ids, Findings findings)
    {
        var (seen, index) = (new Dictionary<string, int>(), 0);
        foreach (var id in ids)
        {
            var path = $"$.{list}[{index}].id";
            if (string.IsNullOrEmpty(id))
                findings.Add(path, "the key is missing", $"give it a key of 1 to {Longest} characters: a-z, 0-9, -");
            else if (id.Length > Longest || id.Any(letter => letter is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')))
                findings.Add(path, $"\"{id}\" is no key", $"use 1 to {Longest} characters: a-z, 0-9, -");
            else if (!seen.TryAdd(id, index))
                findings.Add(path, $"the key \"{id}\" is used twice", $"it is {$"$.{list}[{seen[id]}]"} already; choose another");
            index++;
        }
    }
}
