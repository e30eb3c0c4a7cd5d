using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration;

/// <summary>The keys of a document that others may refer to.</summary>
internal sealed class DocumentKeys(ProjectConfiguration document)
{
    private const int MostTrunksInOrder = 10;

    public HashSet<string> Departments { get; } = [.. document.Departments.Select(department => department.Id)];
    public HashSet<string> Numbers { get; } = [.. document.Numbers.Select(number => number.Id)];
    public HashSet<string> Menus { get; } = [.. document.Menus.Select(menu => menu.Id)];
    public HashSet<string> Trunks { get; } = [.. document.Trunks.Select(trunk => trunk.Id)];
    public HashSet<string> Prompts { get; } = [.. document.Prompts.Select(prompt => prompt.Id)];
    public HashSet<string> Accounts { get; } = [.. document.SipAccounts.Select(account => account.Username)];
    /// <summary>The company's own numbers (E.164).</summary>
    public HashSet<string> OwnNumbers { get; } = [.. document.Numbers.Select(number => number.Number)];
    public Dictionary<string, EmployeeConfiguration> Employees { get; } =
        document.Employees.DistinctBy(employee => employee.Id).ToDictionary(employee => employee.Id);

    /// <summary>Whether calls can leave through a trunk at all.</summary>
    public bool HasTrunk => Trunks.Count > 0;

    public void Department(string path, string key, Findings findings) => Known(path, key, "department", Departments, findings);

    public void Employee(string path, string key, Findings findings) => Known(path, key, "employee", Employees.Keys, findings);

    public void Number(string path, string key, Findings findings) => Known(path, key, "number", Numbers, findings);

    public void Menu(string path, string key, Findings findings) => Known(path, key, "menu", Menus, findings);

    public void Trunk(string path, string key, Findings findings) => Known(path, key, "trunk", Trunks, findings);

    /// <summary>Trunks that are tried one after the other.</summary>
    public void TrunksInOrder(string path, IReadOnlyList<string>? keys, Findings findings)
    {
        if (keys is null) return;
        if (keys.Count is 0 or > MostTrunksInOrder)
            findings.Add(path, $"{keys.Count} trunks are named", $"name 1 to {MostTrunksInOrder}, or leave it out to try all");
        for (var i = 0; i < keys.Count; i++)
        {
            Trunk($"{path}[{i}]", keys[i], findings);
            if (keys.Take(i).Contains(keys[i])) findings.Add($"{path}[{i}]", $"\"{keys[i]}\" is named twice", "name each trunk once");
        }
    }

    /// <summary>A prompt of the project's own.</summary>
    public void Prompt(string path, string key, Findings findings) => Known(path, key, "prompt", Prompts, findings);

    public void Account(string path, string key, Findings findings) => Known(path, key, "SIP account", Accounts, findings);

    private static void Known(string path, string key, string kind, IReadOnlyCollection<string> known, Findings findings)
    {
        if (!known.Contains(key)) findings.Add(path, $"no {kind} \"{key}\"", NearMatch.Remedy(key, kind, known));
    }
}
