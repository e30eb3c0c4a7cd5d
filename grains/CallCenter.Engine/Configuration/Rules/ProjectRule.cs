using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Numbering;
using CallCenter.Engine.Statistics;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>What is said about the project as a whole.</summary>
internal sealed class ProjectRule : IConfigurationRule
{
    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        findings.Text("$.name", document.Name, "the project's name", required: true);
        if (!TimeZones.IsKnown(document.TimeZone))
        {
            var near = NearMatch.Of(document.TimeZone, TimeZones.Names);
            FindingText remedy = "use an IANA name such as \"Europe/Kyiv\"";
            if (near is not null) remedy = $"did you mean \"{near}\"?";
            findings.Add("$.timeZone", $"no time zone \"{document.TimeZone}\"", remedy);
        }

        if (Countries.Find(document.DefaultCountry) is null)
        {
            findings.Add("$.defaultCountry", $"no country \"{document.DefaultCountry}\" in the table of numbering plans",
                $"use an ISO 3166 two-letter code, one of {string.Join(", ", Countries.IsoCodes)}");
        }

        // The realm stands in quotes in every challenge (RFC 3261 §25.1).
        findings.Text("$.realm", document.Realm, "the realm", required: true);
        if (document.Realm.AsSpan().ContainsAny('"', '\\'))
            findings.Add("$.realm", "the realm contains a quote or backslash", "use letters, digits, dots and dashes");
    }
}
