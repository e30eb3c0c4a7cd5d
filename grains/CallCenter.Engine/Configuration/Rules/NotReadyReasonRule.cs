using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>The reasons for not being ready that employees choose from.</summary>
internal sealed class NotReadyReasonRule : IConfigurationRule
{
    private const int Longest = 50;

    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < document.NotReadyReasons.Count; i++)
        {
            var (reason, path) = (document.NotReadyReasons[i], $"$.notReadyReasons[{i}]");
            findings.Text(path, reason, "the reason", required: true, Longest);
            if (!seen.Add(reason)) findings.Add(path, $"the reason \"{reason}\" is listed twice", "take one of them out");
        }

        // The engine sets this one itself; it need not be among those that people choose from.
        findings.Text("$.ringing.ronaReason", document.Ringing.RonaReason, "the reason", required: true, Longest);
    }
}
