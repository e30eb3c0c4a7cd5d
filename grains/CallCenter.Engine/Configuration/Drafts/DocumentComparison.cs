using System.Text.Json.Nodes;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Configuration.Drafts;

namespace CallCenter.Engine.Configuration.Drafts;

/// <summary>How two documents differ, entry by entry and property by property.</summary>
public static class DocumentComparison
{
    private const string Password = "password";

    /// <param name="authors">Who changed an entry last, where it is known.</param>
    public static IReadOnlyList<DraftChange> Of(
        ProjectConfiguration before, ProjectConfiguration after, IReadOnlyDictionary<(string Part, string Key), string> authors)
    {
        var (from, to) = (DocumentEntries.Of(before), DocumentEntries.Of(after));
        var changes = new List<DraftChange>();
        foreach (var (part, key) in from.Keys.Union(to.Keys))
        {
            var (old, now) = (from.Find(part, key), to.Find(part, key));
            if (JsonNode.DeepEquals(old, now)) continue;
            var kind = old is null ? DraftChangeKind.Added : now is null ? DraftChangeKind.Removed : DraftChangeKind.Changed;
            var properties = new List<DraftProperty>();
            Compare("", old, now, properties);
            changes.Add(new DraftChange(
                kind, part, key, NameOf(now ?? old!, key), authors.GetValueOrDefault((part, key)), properties,
                new DraftEdit(part, key, Text(WithoutPassword(now)), Text(TakingBack(old, now)))));
        }

        return changes;
    }

    /// <summary>An entry as it may be shown.</summary>
    public static JsonNode? WithoutPassword(JsonNode? entry)
    {
        if (entry is not JsonObject given || !given.ContainsKey(Password)) return entry;
        var clean = given.DeepClone().AsObject();
        clean.Remove(Password);
        return clean;
    }

    // A new password is taken back by saying that there is none: the old one is not in any document.
    private static JsonNode? TakingBack(JsonNode? old, JsonNode? now)
    {
        if (old is not JsonObject entry || now is not JsonObject changed || !changed.ContainsKey(Password)) return old;
        var back = entry.DeepClone().AsObject();
        back[Password] = null;
        return back;
    }

    private static void Compare(string path, JsonNode? before, JsonNode? after, List<DraftProperty> into)
    {
        if (JsonNode.DeepEquals(before, after)) return;
        if ((before ?? after) is not JsonObject || (before is not null and not JsonObject) || (after is not null and not JsonObject))
        {
            var isSecret = path.EndsWith(Password, StringComparison.Ordinal);
            into.Add(new DraftProperty(path, isSecret ? null : Text(before), isSecret ? null : Text(after)));
            return;
        }

        var (old, now) = (before as JsonObject, after as JsonObject);
        foreach (var name in Names(old).Union(Names(now)))
            Compare(path.Length == 0 ? name : $"{path}.{name}", old?[name], now?[name], into);
    }

    private static IEnumerable<string> Names(JsonObject? entry) => entry?.Select(property => property.Key) ?? [];

    private static string NameOf(JsonNode entry, string key)
    {
        if (entry is not JsonObject given) return key;
        string? Word(string property) => given[property] is JsonValue value && value.TryGetValue(out string? word) ? word : null;
        if (Word("surname") is { } surname) return $"{Word("givenName")} {surname}".Trim();
        return Word("name") ?? Word("number") ?? Word("label") ?? key;
    }

    private static string? Text(JsonNode? node) => node?.ToJsonString(ConfigurationJson.Compact);
}
