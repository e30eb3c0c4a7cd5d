using System.Text.Json.Nodes;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Configuration.Drafts;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Settings.Drafts;

/// <summary>A change of the draft in words: <c>Ring time, s 15 → 20; Olena left</c>.</summary>
/// <param name="before">The published document, for the names of what is no longer there.</param>
/// <param name="after">The draft.</param>
public sealed class ChangeWords(Language language, ProjectConfiguration before, ProjectConfiguration after)
{
    private readonly Dictionary<(string Part, string Key), string> _names = Names(before, after);

    public string Of(DraftChange change) => change.Kind switch
    {
        DraftChangeKind.Added => DraftTexts.Added.In(language),
        DraftChangeKind.Removed => DraftTexts.Gone.In(language),
        _ => string.Join("; ", change.Properties.SelectMany(property => Words(change.Part, property))),
    };

    private IEnumerable<string> Words(string part, DraftProperty property)
    {
        if (property.Path == "members") return Members(Parse(property.Before), Parse(property.After));
        if (property.Path == "password") return [DraftTexts.NewPassword.In(language)];
        var label = property.Path.Length == 0 ? DocumentTexts.Of(part, language) : DocumentTexts.Of(part, property.Path, language);
        return [DraftTexts.FromTo.In(language, label, Value(Parse(property.Before)), Value(Parse(property.After)))];
    }

    private IEnumerable<string> Members(JsonNode? before, JsonNode? after)
    {
        var (old, now) = (Tiers(before), Tiers(after));
        foreach (var (employee, tier) in now)
        {
            if (!old.TryGetValue(employee, out var was)) yield return DraftTexts.Joined.In(language, Name("employees", employee));
            else if (was != tier) yield return DraftTexts.TierChanged.In(language, Name("employees", employee), was, tier);
        }

        foreach (var employee in old.Keys.Except(now.Keys)) yield return DraftTexts.Left.In(language, Name("employees", employee));
    }

    private static Dictionary<string, int> Tiers(JsonNode? members) => (members?.AsArray() ?? [])
        .DistinctBy(member => (string?)member!["employee"])
        .ToDictionary(member => (string)member!["employee"]!, member => (int?)member!["tier"] ?? 1);

    private string Value(JsonNode? value) => value switch
    {
        null => Formats.None,
        JsonArray { Count: 0 } => Formats.None,
        JsonArray list => string.Join(", ", list.Select(Value)),
        JsonObject key when key["leadsTo"] is { } leadsTo => $"{key["key"]} → {Value(leadsTo)}",
        JsonObject entry => string.Join(", ", entry.Where(one => one.Value is not null).Select(one => Inner(one.Key, one.Value))),
        _ => value.ToString(),
    };

    // Of a destination, a mailbox or a contact point: whom it names.
    private string Inner(string property, JsonNode? value) => property switch
    {
        "department" => Name("departments", value!.ToString()),
        "employee" => Name("employees", value!.ToString()),
        "menu" => DraftTexts.ToMenu.In(language, Name("menus", value!.ToString())),
        "voicemail" => DraftTexts.ToVoicemail.In(language, Value(value)),
        "hangUp" => DraftTexts.HangUp.In(language),
        "account" or "number" or "uri" or "external" or "dialled" => value!.ToString(),
        "otherwise" => $"→ {Value(value)}",
        _ => $"{property}: {Value(value)}",
    };

    private string Name(string part, string key) => _names.GetValueOrDefault((part, key), key);

    private static JsonNode? Parse(string? json) => json is null ? null : JsonNode.Parse(json);

    private static Dictionary<(string Part, string Key), string> Names(params ReadOnlySpan<ProjectConfiguration> documents)
    {
        var names = new Dictionary<(string Part, string Key), string>();
        foreach (var document in documents)
        {
            foreach (var employee in document.Employees) names[("employees", employee.Id)] = employee.FullName();
            foreach (var department in document.Departments) names[("departments", department.Id)] = department.Name;
            foreach (var menu in document.Menus) names[("menus", menu.Id)] = menu.Name;
        }

        return names;
    }
}
