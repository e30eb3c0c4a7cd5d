using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>
/// Emergency numbers are short, there once each, and have a trunk. An extension of the same digits cannot be dialled; one that the world
/// dials for help, and that is not listed, keeps help from being called.
/// </summary>
internal sealed class EmergencyNumberRule : IConfigurationRule
{
    private const int Most = 50;

    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        findings.Size("$.emergencyNumbers", document.EmergencyNumbers.Count, Most);
        var seen = new HashSet<string>();
        for (var i = 0; i < document.EmergencyNumbers.Count; i++)
        {
            var (number, path) = (document.EmergencyNumbers[i], $"$.emergencyNumbers[{i}]");
            if (number.Dialled.Length is < 2 or > 8 || !number.Dialled.All(char.IsAsciiDigit))
                findings.Add($"{path}.dialled", $"\"{number.Dialled}\" is no short number", "use 2 to 8 digits, e.g. \"112\"");
            else if (!seen.Add(number.Dialled))
                findings.Add($"{path}.dialled", $"\"{number.Dialled}\" is listed twice", "take one of them out");
            keys.Trunk($"{path}.trunk", number.Trunk, findings);
            if (number.Number is { } shown) keys.Number($"{path}.number", shown, findings);
        }

        for (var i = 0; i < document.Departments.Count; i++)
            Extension($"$.departments[{i}].extension", document.Departments[i].Extension, seen, findings);
        for (var i = 0; i < document.Employees.Count; i++)
            Extension($"$.employees[{i}].extension", document.Employees[i].Extension, seen, findings);
    }

    private static void Extension(string path, string? extension, HashSet<string> emergency, Findings findings)
    {
        if (extension is null) return;
        if (emergency.Contains(extension))
        {
            findings.Warn(path, $"{extension} is an emergency number: whoever dials it reaches that and not this extension",
                "choose another extension");
        }
        else if (extension is "112" or "911")
        {
            findings.Warn(path, $"{extension} is the emergency number of many countries: whoever dials it reaches this extension",
                "choose another extension, and list the number in emergencyNumbers");
        }
    }
}
