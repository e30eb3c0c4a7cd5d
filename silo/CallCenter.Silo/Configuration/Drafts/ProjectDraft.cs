using System.Text.Json;
using System.Text.Json.Nodes;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Configuration.Drafts;
using CallCenter.Engine.Configuration.Drafts;

namespace CallCenter.Silo.Configuration.Drafts;

/// <summary>
/// The draft of one project, passwords included: what it began from, what it is now, and who changed what last. Immutable, so that a change
/// that could not be kept is no change. A class and not a record, so that nothing prints its content.
/// </summary>
internal sealed class ProjectDraft
{
    private const string Password = "password";

    public required long Revision { get; init; }

    /// <summary>The published version that it changes.</summary>
    public required int BasedOn { get; init; }

    public required ProjectConfiguration Origin { get; init; }

    public required ProjectConfiguration Document { get; init; }

    public IReadOnlyDictionary<(string Part, string Key), string> Authors { get; init; } =
        new Dictionary<(string Part, string Key), string>();

    public bool IsUnchanged => Same(Origin, Document);

    /// <summary>Another document was published: the changes go over to it.</summary>
    public ProjectDraft Rebased(int version, ProjectConfiguration published) => new()
    {
        Revision = Revision + 1,
        BasedOn = version,
        Origin = published,
        Authors = Authors,
        Document = IsUnchanged ? published : DocumentMerge.Rebase(Origin, Document, published),
    };

    /// <summary>What it is now becomes what it began from.</summary>
    public ProjectDraft Restarted(int version, ProjectConfiguration published) =>
        new() { Revision = Revision + 1, BasedOn = version, Origin = published, Document = published };

    /// <summary>Another document in its place; whatever of it differs from the published one is his.</summary>
    public ProjectDraft Loaded(ProjectConfiguration document, string by) => new()
    {
        Revision = Revision + 1,
        BasedOn = BasedOn,
        Origin = Origin,
        Document = document,
        Authors = DocumentComparison.Of(Origin, document, new Dictionary<(string Part, string Key), string>())
            .ToDictionary(change => (change.Part, change.Key), _ => by),
    };

    /// <summary>
    /// Changes entries, all or none. Throws <see cref="FormatException"/> for what is no entry of a document.
    /// </summary>
    public (ProjectDraft After, IReadOnlyList<DraftConflict> Conflicts) Edited(IReadOnlyList<DraftEdit> edits, string by)
    {
        var entries = DocumentEntries.Of(Document);
        var (conflicts, authors) = (new List<DraftConflict>(), Authors.ToDictionary());
        foreach (var edit in edits)
        {
            if (!DocumentEntries.Knows(edit.Part, edit.Key)) throw new FormatException($"A document has no {edit.Part} \"{edit.Key}\".");
            var (seen, wanted) = (Parse(edit.Before), Parse(edit.After));
            if (wanted is not null && !DocumentEntries.HasKey(edit.Part, edit.Key, wanted))
                throw new FormatException($"An entry of {edit.Part} has another key than \"{edit.Key}\".");
            var now = entries.Find(edit.Part, edit.Key);
            var shown = DocumentComparison.WithoutPassword(now);
            var isAsSeen = JsonNode.DeepEquals(shown, DocumentComparison.WithoutPassword(seen));
            if (!isAsSeen && !JsonNode.DeepEquals(shown, DocumentComparison.WithoutPassword(wanted)))
            {
                var author = authors.GetValueOrDefault((edit.Part, edit.Key));
                conflicts.Add(new DraftConflict(edit.Part, edit.Key, author, shown?.ToJsonString(ConfigurationJson.Compact)));
                continue;
            }

            entries.Set(edit.Part, edit.Key, WithPassword(wanted, now));
            authors[(edit.Part, edit.Key)] = by;
        }

        if (conflicts.Count > 0) return (this, conflicts);
        try
        {
            var document = entries.ToDocument();
            if (ConfigurationJson.Write(document).Length > ConfigurationJson.MostBytes)
                throw new FormatException($"The document would be larger than {ConfigurationJson.MostBytes} bytes.");
            return (new() { Revision = Revision + 1, BasedOn = BasedOn, Origin = Origin, Document = document, Authors = authors }, []);
        }
        catch (JsonException malformed)
        {
            throw new FormatException($"This is no entry of a document: {malformed.Message}", malformed);
        }
    }

    // Pages never get a password, so one that is left out is kept; one that is null is taken away.
    private static JsonNode? WithPassword(JsonNode? wanted, JsonNode? now)
    {
        if (wanted is not JsonObject entry) return wanted;
        if (entry.TryGetPropertyValue(Password, out var given))
        {
            if (given is null) entry.Remove(Password);
        }
        else if (now is JsonObject old && old[Password] is { } kept)
        {
            entry[Password] = kept.DeepClone();
        }

        return wanted;
    }

    private static JsonNode? Parse(string? json)
    {
        try
        {
            return json is null ? null : JsonNode.Parse(json);
        }
        catch (JsonException malformed)
        {
            throw new FormatException("An edit is no JSON.", malformed);
        }
    }

    private static bool Same(ProjectConfiguration one, ProjectConfiguration other) =>
        ReferenceEquals(one, other) || ConfigurationJson.Write(one).AsSpan().SequenceEqual(ConfigurationJson.Write(other));
}
