using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>Lists have a largest size, so that no document can make the engine's memory grow without bound.</summary>
internal sealed class SizeRule : IConfigurationRule
{
    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        findings.Size("$.numbers", document.Numbers.Count, 10_000);
        findings.Size("$.departments", document.Departments.Count, 1_000);
        findings.Size("$.employees", document.Employees.Count, 10_000);
        findings.Size("$.sipAccounts", document.SipAccounts.Count, 20_000);
        findings.Size("$.menus", document.Menus.Count, 200);
        findings.Size("$.trunks", document.Trunks.Count, 100);
        findings.Size("$.callerNumberRules", document.CallerNumberRules.Count, 1_000);
        findings.Size("$.allowedDestinations", document.AllowedDestinations.Count, 1_000);
        findings.Size("$.prompts", document.Prompts.Count, 200);
        findings.Size("$.notReadyReasons", document.NotReadyReasons.Count, 50);
        for (var i = 0; i < document.Departments.Count; i++)
        {
            var members = document.Departments[i].Members;
            findings.Size($"$.departments[{i}].members", members.Count, 10_000);
            for (var j = 0; j < members.Count; j++)
                findings.Size($"$.departments[{i}].members[{j}].laterContactPoints", members[j].LaterContactPoints?.Count ?? 0, 10);
        }

        for (var i = 0; i < document.Employees.Count; i++)
        {
            findings.Size($"$.employees[{i}].mainContacts", document.Employees[i].MainContacts.Count, 10);
            findings.Size($"$.employees[{i}].otherContacts", document.Employees[i].OtherContacts.Count, 10);
        }

        for (var i = 0; i < document.Trunks.Count; i++)
            findings.Size($"$.trunks[{i}].addresses", document.Trunks[i].Addresses.Count, 100);
    }
}
