using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>Members of departments exist, are there once, and have their tiers in order.</summary>
internal sealed class MemberRule : IConfigurationRule
{
    private const int LastTier = 100;

    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        for (var i = 0; i < document.Departments.Count; i++)
        {
            var (members, seen) = (document.Departments[i].Members, new HashSet<string>());
            for (var j = 0; j < members.Count; j++)
            {
                var path = $"$.departments[{i}].members[{j}]";
                keys.Employee($"{path}.employee", members[j].Employee, findings);
                if (!seen.Add(members[j].Employee))
                {
                    findings.Add($"{path}.employee", $"\"{members[j].Employee}\" is a member of this department twice",
                        "take one of the entries out");
                }

                findings.Range($"{path}.tier", members[j].Tier, 1, LastTier);
                CheckLater(members[j], keys, path, findings);
            }
        }
    }

    private static void CheckLater(MemberConfiguration member, DocumentKeys keys, string path, Findings findings)
    {
        if (member.LaterContactPoints is not { Count: > 0 } later || !keys.Employees.TryGetValue(member.Employee, out var employee)) return;
        var own = employee.MainContacts.Select(contact => contact.Value()).ToHashSet();
        var seen = new HashSet<string>();
        for (var i = 0; i < later.Count; i++)
        {
            var (point, place) = (later[i], $"{path}.laterContactPoints[{i}]");
            if (!own.Contains(point.ContactPoint))
            {
                findings.Add($"{place}.contactPoint", $"\"{point.ContactPoint}\" is no main contact point of \"{member.Employee}\"",
                    NearMatch.Remedy(point.ContactPoint, "main contact point", own));
            }

            if (!seen.Add(point.ContactPoint))
                findings.Add($"{place}.contactPoint", $"\"{point.ContactPoint}\" is listed twice", "take one of the entries out");
            findings.Range($"{place}.tier", point.Tier, 1, LastTier);
            if (point.Tier <= member.Tier)
            {
                findings.Add($"{place}.tier", $"tier {point.Tier} is not later than the member's own tier {member.Tier}",
                    $"use {member.Tier + 1} or more");
            }
        }
    }
}
