using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Configuration.Rules;

namespace CallCenter.Engine.Configuration;

/// <summary>
/// Decides whether a document may be published. Reports every error at once, in the order of the document's parts; what cannot be seen in a
/// read document (malformed JSON, unknown properties, missing passwords) is checked before it gets here.
/// </summary>
public static class ConfigurationValidator
{
    private static readonly IConfigurationRule[] Rules =
    [
        new SizeRule(), new WrittenSizeRule(), new ProjectRule(), new IdRule(), new NumberRule(), new DepartmentRule(), new MemberRule(),
        new PersonRule(), new ExtensionRule(), new ContactPointRule(), new DestinationRule(), new MenuRule(), new FlowOutCircleRule(),
        new AccountRule(), new TrunkRule(), new CallerNumberRules(), new EmergencyNumberRule(), new AllowedDestinationRule(),
        new NotReadyReasonRule(), new SettingRule(), new DestinationLimitRule(), new MailRule(), new PromptRule(),
    ];

    /// <summary>Every error and warning; without an error the document may be published.</summary>
    public static IReadOnlyList<ConfigurationError> Validate(ProjectConfiguration document)
    {
        var (keys, findings) = (new DocumentKeys(document), new Findings());
        foreach (var rule in Rules) rule.Check(document, keys, findings);
        return findings.Errors;
    }
}
