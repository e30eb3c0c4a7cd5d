using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>Names, times and thresholds of departments.</summary>
internal sealed class DepartmentRule : IConfigurationRule
{
    private const int LongestWithin = 7 * 24 * 3600;

    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < document.Departments.Count; i++)
        {
            var (department, path) = (document.Departments[i], $"$.departments[{i}]");
            findings.Text($"{path}.name", department.Name, "the department's name", required: true);
            if (department.Name.Length > 0 && !names.TryAdd(department.Name, i))
            {
                findings.Add($"{path}.name", $"the name \"{department.Name}\" is used twice",
                    $"{$"$.departments[{names[department.Name]}]"} has it already");
            }

            findings.Range($"{path}.ringSeconds", department.RingSeconds, 5, 300, " seconds");
            findings.Range($"{path}.wrapUpSeconds", department.WrapUpSeconds, 0, 900, " seconds");
            findings.Range($"{path}.maxWaitSeconds", department.MaxWaitSeconds, 5, 24 * 3600, " seconds, or null to wait without end");
            findings.Range($"{path}.maxLength", department.MaxLength, 0, 10_000, " waiting calls");
            if (department.Waiting.AnnounceSeconds != 0)
                findings.Range($"{path}.waiting.announceSeconds", department.Waiting.AnnounceSeconds, 15, 600, " seconds, 0 for never");
            CheckServiceLevel(department.ServiceLevel, $"{path}.serviceLevel", findings);
        }
    }

    private static void CheckServiceLevel(ServiceLevelConfiguration level, string path, Findings findings)
    {
        findings.Range($"{path}.withinSeconds", level.WithinSeconds, 1, LongestWithin, " seconds");
        findings.Range($"{path}.goalPercent", level.GoalPercent, 1, 100, " percent");
        findings.Range($"{path}.shortAbandonSeconds", level.ShortAbandonSeconds, 0, 600, " seconds");
        findings.Range($"{path}.amberWaitSeconds", level.AmberWaitSeconds, 1, 24 * 3600, " seconds");
        findings.Range($"{path}.redWaitSeconds", level.RedWaitSeconds, 1, 24 * 3600, " seconds");
        if (level.RedWaitSeconds < level.AmberWaitSeconds)
        {
            findings.Add($"{path}.redWaitSeconds",
                $"waits would turn red ({level.RedWaitSeconds} s) before amber ({level.AmberWaitSeconds} s)",
                $"use at least {level.AmberWaitSeconds}");
        }
    }
}
