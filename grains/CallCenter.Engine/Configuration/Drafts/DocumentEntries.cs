using System.Text.Json;
using System.Text.Json.Nodes;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Drafts;

/// <summary>
/// A document as entries: what is changed, compared and merged as one. Of lists whose members have a key each member is an entry; of
/// everything else each property of the document.
/// </summary>
public sealed class DocumentEntries
{
    /// <summary>Lists of keyed entries, and the property that is the key.</summary>
    private static readonly Dictionary<string, string> Keyed = new()
    {
        ["numbers"] = "id",
        ["departments"] = "id",
        ["employees"] = "id",
        ["sipAccounts"] = "username",
        ["trunks"] = "id",
        ["menus"] = "id",
        ["prompts"] = "id",
    };

    /// <summary>The parts of a document, in its order.</summary>
    private static readonly string[] Parts = [.. Json(new ProjectConfiguration()).Select(property => property.Key)];

    private readonly OrderedDictionary<(string Part, string Key), JsonNode> _entries = [];

    private DocumentEntries()
    {
    }

    public IEnumerable<(string Part, string Key)> Keys => _entries.Keys;

    /// <summary>Two entries of one key, which a draft never has, are one here.</summary>
    public static DocumentEntries Of(ProjectConfiguration document)
    {
        var entries = new DocumentEntries();
        foreach (var (part, value) in Json(document))
        {
            if (value is null) continue;
            if (!Keyed.TryGetValue(part, out var key)) entries._entries[(part, "")] = value.DeepClone();
            else
            {
                foreach (var entry in value.AsArray()) entries._entries[(part, entry![key]!.GetValue<string>())] = entry.DeepClone();
            }
        }

        return entries;
    }

    /// <summary>Whether there can be such an entry.</summary>
    public static bool Knows(string part, string key) => Array.IndexOf(Parts, part) >= 0 && Keyed.ContainsKey(part) == key.Length > 0;

    /// <summary>Whether an entry has the key under which it is to stand; a part that is changed as a whole has none.</summary>
    public static bool HasKey(string part, string key, JsonNode entry) => !Keyed.TryGetValue(part, out var property)
        || (entry is JsonObject given && given[property] is JsonValue value && value.TryGetValue(out string? own) && own == key);

    /// <summary>Null when there is none.</summary>
    public JsonNode? Find(string part, string key) => _entries.GetValueOrDefault((part, key));

    /// <summary>Sets an entry, at the end of its list if it is new; null takes it away.</summary>
    public void Set(string part, string key, JsonNode? entry)
    {
        if (entry is null) _entries.Remove((part, key));
        else _entries[(part, key)] = entry.DeepClone();
    }

    /// <summary>Throws <see cref="JsonException"/> when an entry is not what its part asks for.</summary>
    public ProjectConfiguration ToDocument()
    {
        var document = new JsonObject();
        foreach (var part in Parts)
        {
            if (!Keyed.ContainsKey(part)) document[part] = Find(part, "")?.DeepClone();
            else
            {
                var list = new JsonArray();
                foreach (var ((of, _), entry) in _entries)
                {
                    if (of == part) list.Add(entry.DeepClone());
                }

                document[part] = list;
            }
        }

        // A property that is null says that it was not given.
        foreach (var absent in document.Where(property => property.Value is null).Select(property => property.Key).ToArray())
            document.Remove(absent);
        return document.Deserialize<ProjectConfiguration>(ConfigurationJson.Compact)!;
    }

    private static JsonObject Json(ProjectConfiguration document) =>
        JsonSerializer.SerializeToNode(document, ConfigurationJson.Compact)!.AsObject();
}
