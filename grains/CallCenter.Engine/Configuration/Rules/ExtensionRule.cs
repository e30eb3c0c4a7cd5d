using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>Extensions are 3 to 6 digits and used once across employees and departments (E-08, E-11).</summary>
internal sealed class ExtensionRule : IConfigurationRule
{
    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        var owners = new Dictionary<string, string>();
        for (var i = 0; i < document.Departments.Count; i++)
        {
            var department = document.Departments[i];
            Check($"$.departments[{i}].extension", department.Extension, $"department \"{department.Id}\"", owners, findings);
        }

        for (var i = 0; i < document.Employees.Count; i++)
        {
            var employee = document.Employees[i];
            Check($"$.employees[{i}].extension", employee.Extension, $"employee \"{employee.Id}\"", owners, findings);
        }
    }

    private static void Check(string path, string? extension, string owner, Dictionary<string, string> owners, Findings findings)
    {
        if (extension is null) return;
        if (extension.Length is < 3 or > 6 || !extension.All(char.IsAsciiDigit))
            findings.Add(path, $"\"{extension}\" is no extension", "use 3 to 6 digits");
        else if (!owners.TryAdd(extension, owner))
            findings.Add(path, $"extension {extension} is used twice", $"{owners[extension]} has it already; choose another");
    }
}
