using System.Security.Cryptography;
using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Silo.Projects;
using CallCenter.Silo.Secrets;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Configuration.Drafts;

/// <summary>
/// Where a draft outlives a restart: a file beside the secrets, encrypted like them, since passwords that nobody published yet are in it.
/// </summary>
internal sealed class DraftFile(SecretStore store, ILogger log)
{
    /// <summary>Null when there is none. One that cannot be read is set aside: a draft is no reason to refuse a start.</summary>
    public ProjectDraft? Read(ProjectId project)
    {
        try
        {
            return store.ReadSealed(NameOf(project)) is not { } text ? null : FromKept(JsonSerializer.Deserialize<Kept>(text));
        }
        catch (Exception unreadable) when (unreadable is JsonException or CryptographicException or FormatException)
        {
            ProjectLog.DraftUnreadable(log, project.Value, store.SetAside(NameOf(project)), unreadable);
            return null;
        }
    }

    public void Write(ProjectId project, ProjectDraft draft)
    {
        var authors = draft.Authors.Select(pair => new KeptAuthor(pair.Key.Part, pair.Key.Key, pair.Value)).ToArray();
        store.WriteSealed(NameOf(project), JsonSerializer.Serialize(
            new Kept(draft.Revision, draft.BasedOn, Text(draft.Origin), Text(draft.Document), authors)));
    }

    private static string NameOf(ProjectId project) => $"draft-{project.Value}";

    private static string Text(ProjectConfiguration document) => JsonSerializer.Serialize(document, ConfigurationJson.Compact);

    private static ProjectConfiguration Document(string text) =>
        JsonSerializer.Deserialize<ProjectConfiguration>(text, ConfigurationJson.Compact) ?? new ProjectConfiguration();

    private static ProjectDraft? FromKept(Kept? kept) => kept is null ? null : new ProjectDraft
    {
        Revision = kept.Revision,
        BasedOn = kept.BasedOn,
        Origin = Document(kept.Origin),
        Document = Document(kept.Document),
        Authors = kept.Authors.ToDictionary(author => (author.Part, author.Key), author => author.Name),
    };

    private sealed record KeptAuthor(string Part, string Key, string Name);

    private sealed record Kept(long Revision, int BasedOn, string Origin, string Document, KeptAuthor[] Authors);
}
