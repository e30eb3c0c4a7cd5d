using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>The rules that choose the number a client sees (T-11).</summary>
internal sealed class CallerNumberRules : IConfigurationRule
{
    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        for (var i = 0; i < document.CallerNumberRules.Count; i++)
        {
            var (rule, path) = (document.CallerNumberRules[i], $"$.callerNumberRules[{i}]");
            keys.Number($"{path}.number", rule.Number, findings);
            if (rule.DestinationPrefix is { Length: > 0 } prefix)
                AllowedDestinationRule.Prefix($"{path}.destinationPrefix", prefix, findings);
            if (rule.Department is { } department) keys.Department($"{path}.department", department, findings);
            if (rule.Employee is { } employee) keys.Employee($"{path}.employee", employee, findings);
            if (rule.Trunk is { } trunk) keys.Trunk($"{path}.trunk", trunk, findings);
            keys.TrunksInOrder($"{path}.trunks", rule.Trunks, findings);
            if (rule is { Trunk: not null, Trunks: not null })
            {
                findings.Add($"{path}.trunk", "trunk and trunks are both set",
                    "name them all in trunks, in the order in which they are tried");
            }

            if (!keys.HasTrunk) findings.Add(path, "there is no trunk to call through", "add a trunk, or take the rule out");
        }
    }
}
