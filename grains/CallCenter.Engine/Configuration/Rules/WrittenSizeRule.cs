using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>
/// The document as it is kept has a largest size: there every default is written out, so a short one may become long. It has to fit into
/// the journal before anything follows from it.
/// </summary>
internal sealed class WrittenSizeRule : IConfigurationRule
{
    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        var bytes = ConfigurationJson.Write(document).Length;
        if (bytes > ConfigurationJson.MostBytes)
        {
            findings.Add(
                "$", $"the document has {bytes} bytes when every setting is written out",
                $"use at most {ConfigurationJson.MostBytes}: fewer members, employees or accounts");
        }
    }
}
