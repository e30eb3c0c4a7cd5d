using CallCenter.Abstractions.Configuration;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Settings.Drafts;

/// <summary>A destination in words: <c>employee: Olena → department: Sales</c>.</summary>
public static class DestinationSentence
{
    public static string Of(Destination? destination, ProjectConfiguration document, Language language)
    {
        var steps = new List<string>();
        for (var at = destination; at is not null; at = at.Otherwise) steps.Add(Step(at, document, language));
        return steps.Count == 0 ? Formats.None : string.Join(" → ", steps);
    }

    private static string Step(Destination at, ProjectConfiguration document, Language language) => at switch
    {
        { Department: { } key } => DraftTexts.ToDepartment.In(language, EntryKinds.Departments.Find(document, key)?.Name ?? key),
        { Employee: { } key } => DraftTexts.ToEmployee.In(language, EntryKinds.Employees.Find(document, key)?.FullName() ?? key),
        { External: { } number } => number,
        { Menu: { } key } => DraftTexts.ToMenu.In(language, EntryKinds.Menus.Find(document, key)?.Name ?? key),
        { Voicemail: { } mailbox } => DraftTexts.ToVoicemail.In(language, Mailbox(mailbox, document)),
        { HangUp: { } end } => DraftTexts.Of(end).In(language),
        _ => Formats.None,
    };

    private static string Mailbox(MailboxDestination mailbox, ProjectConfiguration document) =>
        mailbox.Department is { } department ? EntryKinds.Departments.NameOf(document, department) ?? department
        : mailbox.Employee is { } employee ? EntryKinds.Employees.NameOf(document, employee) ?? employee : Formats.None;
}
