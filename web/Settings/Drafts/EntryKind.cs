using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Configuration.Drafts;

namespace CallCenter.Web.Settings.Drafts;

/// <summary>A list of the document whose entries have keys, as those see it who do not care what is in it.</summary>
public interface IEntryKind
{
    /// <summary>Name of the document's property.</summary>
    string Part { get; }

    /// <summary>The key of the entry at a place of the list, and what people call it; null when there is none.</summary>
    (string Key, string Name)? At(ProjectConfiguration document, int index);

    /// <summary>What people call an entry; null when there is none of this key.</summary>
    string? NameOf(ProjectConfiguration document, string key);
}

/// <summary>A list of the document whose entries have keys, and how an entry of it is edited.</summary>
/// <param name="Part">Name of the document's property.</param>
public sealed record EntryKind<T>(
    string Part, Func<ProjectConfiguration, IReadOnlyList<T>> List, Func<T, string> Key, Func<T, string> Name,
    Func<T?, T?, DraftEdit> Edit) : IEntryKind where T : class
{
    public T? Find(ProjectConfiguration document, string? key) => List(document).FirstOrDefault(entry => Key(entry) == key);

    public (string Key, string Name)? At(ProjectConfiguration document, int index) =>
        List(document).ElementAtOrDefault(index) is { } entry ? (Key(entry), Name(entry)) : null;

    public string? NameOf(ProjectConfiguration document, string key) => Find(document, key) is { } entry ? Name(entry) : null;
}

/// <summary>The lists there are.</summary>
public static class EntryKinds
{
    public static readonly EntryKind<EmployeeConfiguration> Employees =
        new("employees", document => document.Employees, one => one.Id, one => one.FullName(), DraftEdit.Of);

    public static readonly EntryKind<DepartmentConfiguration> Departments =
        new("departments", document => document.Departments, one => one.Id, one => one.Name, DraftEdit.Of);

    public static readonly EntryKind<NumberConfiguration> Numbers =
        new("numbers", document => document.Numbers, one => one.Id, one => one.Name ?? one.Number, DraftEdit.Of);

    public static readonly EntryKind<SipAccountConfiguration> Accounts =
        new("sipAccounts", document => document.SipAccounts, one => one.Username, one => one.Username, DraftEdit.Of);

    public static readonly EntryKind<TrunkConfiguration> Trunks =
        new("trunks", document => document.Trunks, one => one.Id, one => one.Name ?? one.Id, DraftEdit.Of);

    public static readonly EntryKind<PromptConfiguration> Prompts =
        new("prompts", document => document.Prompts, one => one.Id, one => one.Name, DraftEdit.Of);

    public static readonly EntryKind<MenuConfiguration> Menus =
        new("menus", document => document.Menus, one => one.Id, one => one.Name, DraftEdit.Of);

    private static readonly IEntryKind[] All = [Employees, Departments, Numbers, Accounts, Trunks, Prompts, Menus];

    /// <summary>Null for a part that is changed as a whole.</summary>
    public static IEntryKind? Of(string part) => Array.Find(All, kind => kind.Part == part);
}
