using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>Which numbers may be called at all.</summary>
internal sealed class AllowedDestinationRule : IConfigurationRule
{
    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < document.AllowedDestinations.Count; i++)
        {
            var (prefix, path) = (document.AllowedDestinations[i], $"$.allowedDestinations[{i}]");
            Prefix(path, prefix, findings);
            if (!seen.Add(prefix)) findings.Add(path, $"\"{prefix}\" is listed twice", "take one of them out");
        }

        if (document.AllowedDestinations.Count > 0 && !keys.HasTrunk)
        {
            findings.Add("$.allowedDestinations", "outgoing calls are allowed, but there is no trunk to call through",
                "add a trunk, or empty the list");
        }
    }

    /// <summary>A prefix of E.164 numbers: plus and at least one digit, so that nobody allows the whole world by a slip.</summary>
    internal static void Prefix(string path, string prefix, Findings findings)
    {
        if (prefix.Length is < 2 or > 16 || prefix[0] != '+' || prefix[1] == '0' || !prefix.Skip(1).All(char.IsAsciiDigit))
            findings.Add(path, $"\"{prefix}\" is no prefix of numbers", "write + and the first digits, e.g. \"+380\"");
    }
}
