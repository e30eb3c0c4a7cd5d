using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Numbering;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>The company's numbers are E.164 and there once each.</summary>
internal sealed class NumberRule : IConfigurationRule
{
    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        var seen = new Dictionary<string, int>();
        for (var i = 0; i < document.Numbers.Count; i++)
        {
            var (number, path) = (document.Numbers[i], $"$.numbers[{i}]");
            E164($"{path}.number", number.Number, document.DefaultCountry, findings);
            if (!seen.TryAdd(number.Number, i))
            {
                findings.Add($"{path}.number", $"the number {number.Number} is there twice",
                    $"it is {$"$.numbers[{seen[number.Number]}]"} already");
            }

            findings.Text($"{path}.name", number.Name, "the name", required: false);
            findings.Text($"{path}.pool", number.Pool, "the pool", required: false);
            findings.Text($"{path}.source", number.Source, "the source", required: false);
            findings.Range($"{path}.priority", number.Priority, -100, 100);
        }
    }

    /// <summary>A number has to be E.164; where it can be read as one, the remedy says how it is written.</summary>
    internal static void E164(string path, string text, string country, Findings findings)
    {
        if (PhoneNumbers.IsE164(text)) return;
        FindingText remedy = "write + and 8 to 15 digits, e.g. \"+380441234567\"";
        if (PhoneNumbers.TryNormalise(text, country, out var number)) remedy = $"write \"{number}\"";
        findings.Add(path, $"\"{text}\" is not in E.164 form", remedy);
    }
}
