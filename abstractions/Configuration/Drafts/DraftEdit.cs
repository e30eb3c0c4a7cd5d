using System.Text.Json;

namespace CallCenter.Abstractions.Configuration.Drafts;

/// <summary>
/// One entry of the document, as it was before somebody changed it and as it is to be: an employee, a department, or a part that is changed
/// as a whole (<c>targets</c>, the list of <c>callerNumberRules</c>). Whoever edits says what he saw, so that nothing of others is lost.
/// </summary>
/// <param name="Part">Name of the document's property, e.g. <c>employees</c>.</param>
/// <param name="Key">The entry's key in a list of keyed ones; empty for a part that is changed as a whole.</param>
/// <param name="Before">Its JSON (<see cref="ConfigurationJson.Compact"/>); null: there was none.</param>
/// <param name="After">Its JSON; null takes it away. A password that is left out stays what it is.</param>
public sealed record DraftEdit(string Part, string Key, string? Before, string? After)
{
    public static DraftEdit Of(EmployeeConfiguration? before, EmployeeConfiguration? after) =>
        Of("employees", (before ?? after)!.Id, before, after);

    public static DraftEdit Of(DepartmentConfiguration? before, DepartmentConfiguration? after) =>
        Of("departments", (before ?? after)!.Id, before, after);

    public static DraftEdit Of(NumberConfiguration? before, NumberConfiguration? after) =>
        Of("numbers", (before ?? after)!.Id, before, after);

    public static DraftEdit Of(SipAccountConfiguration? before, SipAccountConfiguration? after) =>
        Of("sipAccounts", (before ?? after)!.Username, before, after);

    public static DraftEdit Of(TrunkConfiguration? before, TrunkConfiguration? after) => Of("trunks", (before ?? after)!.Id, before, after);

    public static DraftEdit Of(PromptConfiguration? before, PromptConfiguration? after) =>
        Of("prompts", (before ?? after)!.Id, before, after);

    public static DraftEdit Of(MenuConfiguration? before, MenuConfiguration? after) => Of("menus", (before ?? after)!.Id, before, after);

    /// <param name="part">Name of the document's property.</param>
    public static DraftEdit OfWhole<T>(string part, T before, T after) => Of(part, "", before, after);

    /// <summary>What takes it back, where it was done and nobody changed the entry since.</summary>
    public DraftEdit Reversed() => this with { Before = After, After = Before };

    private static DraftEdit Of<T>(string part, string key, T? before, T? after) => new(part, key, Json(before), Json(after));

    private static string? Json<T>(T? value) => value is null ? null : JsonSerializer.Serialize(value, ConfigurationJson.Compact);
}

/// <summary>The answer to edits: either all of them are in the draft, or none.</summary>
/// <param name="Revision">Of the draft after them.</param>
/// <param name="Conflicts">What somebody else changed meanwhile.</param>
public sealed record DraftAnswer(long Revision, IReadOnlyList<DraftConflict> Conflicts);

/// <summary>An entry that is no longer what the editor saw.</summary>
/// <param name="By">Who changed it; null where nobody is known for it, as after an import.</param>
/// <param name="Now">Its JSON now, without secrets; null: it was taken away.</param>
public sealed record DraftConflict(string Part, string Key, string? By, string? Now);
