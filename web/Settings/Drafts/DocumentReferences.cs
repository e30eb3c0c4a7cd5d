using CallCenter.Abstractions.Configuration;

namespace CallCenter.Web.Settings.Drafts;

/// <summary>What of a document leads to an employee or a department, by the names that people know.</summary>
public static class DocumentReferences
{
    public static IReadOnlyList<string> ToEmployee(string key, ProjectConfiguration document) =>
        Of(document, one => one.Employee == key || one.Voicemail?.Employee == key, rule => rule.Employee == key);

    public static IReadOnlyList<string> ToDepartment(string key, ProjectConfiguration document) =>
        Of(document, one => one.Department == key || one.Voicemail?.Department == key, rule => rule.Department == key);

    public static IReadOnlyList<string> ToMenu(string key, ProjectConfiguration document) =>
        Of(document, one => one.Menu == key, static _ => false);

    /// <summary>The menus that say it, and whatever leads to a mailbox that does.</summary>
    public static IReadOnlyList<string> ToPrompt(string key, ProjectConfiguration document) =>
    [
        .. document.Menus.Where(menu => menu.Prompt == key).Select(menu => menu.Name)
            .Union(Of(document, one => one.Voicemail?.Prompt == key, static _ => false)),
    ];

    /// <summary>The rules and emergency numbers that show it.</summary>
    public static IReadOnlyList<string> ToNumber(string key, ProjectConfiguration document) =>
    [
        .. document.CallerNumberRules.Where(rule => rule.Number == key).Select(rule => rule.DestinationPrefix ?? "+"),
        .. document.EmergencyNumbers.Where(number => number.Number == key).Select(number => number.Dialled),
    ];

    /// <summary>The employees who have it.</summary>
    public static IReadOnlyList<string> ToAccount(string username, ProjectConfiguration document) =>
    [
        .. document.Employees.Where(one => one.MainContacts.Concat(one.OtherContacts).Any(contact => contact.Account == username))
            .Select(one => one.FullName()),
    ];

    /// <summary>The rules and emergency numbers that go out by it.</summary>
    public static IReadOnlyList<string> ToTrunk(string key, ProjectConfiguration document) =>
    [
        .. document.CallerNumberRules.Where(rule => rule.InOrder()?.Contains(key) == true).Select(rule => rule.DestinationPrefix ?? "+"),
        .. document.EmergencyNumbers.Where(number => number.Trunk == key).Select(number => number.Dialled),
    ];

    private static IReadOnlyList<string> Of(
        ProjectConfiguration document, Func<Destination, bool> leads, Func<CallerNumberRule, bool> fits) =>
    [
        .. document.Numbers.Where(number => Leads(number.LeadsTo, leads)).Select(number => number.Name ?? number.Number),
        .. document.Departments
            .Where(one => one.FlowOut.All().Any(from => Leads(from, leads)))
            .Select(one => one.Name),
        .. document.Menus.Where(menu => menu.Keys.Select(key => key.LeadsTo).Append(menu.Otherwise).Any(from => Leads(from, leads)))
            .Select(menu => menu.Name),
        .. document.CallerNumberRules.Where(fits).Select(rule => rule.Number).Distinct(),
    ];

    private static bool Leads(Destination? from, Func<Destination, bool> leads)
    {
        for (var at = from; at is not null; at = at.Otherwise)
        {
            if (leads(at)) return true;
        }

        return false;
    }
}
