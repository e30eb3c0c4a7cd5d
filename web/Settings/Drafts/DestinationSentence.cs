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
        { HangUp: { } end } => DraftTexts.Of(end).In(language),
        _ => Formats.None,
    };
}
