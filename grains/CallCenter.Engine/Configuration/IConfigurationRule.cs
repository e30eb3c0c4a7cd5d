using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration;

/// <summary>One group of rules that a document has to obey.</summary>
internal interface IConfigurationRule
{
    void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings);
}
