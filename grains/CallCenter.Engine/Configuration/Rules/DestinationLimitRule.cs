using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>Limits of outgoing calls by prefix.</summary>
internal sealed class DestinationLimitRule : IConfigurationRule
{
    private const int Most = 100;

    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        var limits = document.Limits.Destinations ?? [];
        findings.Size("$.limits.destinations", limits.Count, Most);
        var seen = new HashSet<string>();
        for (var i = 0; i < limits.Count; i++)
        {
            var (limit, path) = (limits[i], $"$.limits.destinations[{i}]");
            AllowedDestinationRule.Prefix($"{path}.prefix", limit.Prefix, findings);
            if (!seen.Add(limit.Prefix)) findings.Add($"{path}.prefix", $"\"{limit.Prefix}\" is listed twice", "take one of them out");
            findings.Range($"{path}.maxCalls", limit.MaxCalls, 0, 100_000, " calls");
            findings.Range($"{path}.maxCallsPerDay", limit.MaxCallsPerDay, 0, 1_000_000, " calls a day");
        }
    }
}
