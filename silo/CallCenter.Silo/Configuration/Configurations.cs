using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Ports;
using CallCenter.Engine.Configuration;
using CallCenter.Silo.Secrets;

namespace CallCenter.Silo.Configuration;

/// <summary>
/// Import, export and validation of documents. An import
/// <list type="number">
/// <item>reads the JSON and checks its shape, the document and its passwords: with any error it ends here;</item>
/// <item>takes the secrets out of the document;</item>
/// <item>keeps the secrets, so that phones can be authenticated from the moment of publishing;</item>
/// <item>publishes the clean document; refused, the secrets are put back as they were;</item>
/// <item>forgets the secrets of what the document no longer has.</item>
/// </list>
/// Imports wait for one another. Safe to call from any thread.
/// </summary>
public sealed class Configurations(IProjects projects, SecretStore store) : IConfigurations, IDisposable
{
    private readonly SemaphoreSlim _importing = new(1, 1);

    public ValueTask<IReadOnlyList<ConfigurationError>> Validate(
        ProjectId project, ReadOnlyMemory<byte> json, CancellationToken cancellation = default) =>
        ValueTask.FromResult(Check(project, json).Errors);

    public ValueTask<ImportResult> Import(
        ProjectId project, ReadOnlyMemory<byte> json, int? basedOn, AuditActor author, CancellationToken cancellation = default) =>
        Import(project, json, basedOn, author, evenUnchanged: true, cancellation);

    public async ValueTask<byte[]> Export(ProjectId project, CancellationToken cancellation = default)
    {
        var (_, document) = await projects.Configuration(project, cancellation);
        return JsonSerializer.SerializeToUtf8Bytes(DocumentSecrets.TakeOut(document).Clean, ConfigurationJson.Indented);
    }

    public void Dispose() => _importing.Dispose();

    /// <param name="evenUnchanged">Whether a document equal to the published one makes a new version.</param>
    internal async ValueTask<ImportResult> Import(
        ProjectId project, ReadOnlyMemory<byte> json, int? basedOn, AuditActor author, bool evenUnchanged, CancellationToken cancellation)
    {
        await _importing.WaitAsync(cancellation);
        try
        {
            // 1. Read and check.
            var (document, errors) = Check(project, json);
            if (document is null || errors.Any(error => !error.IsWarning)) return new ImportResult(null, errors);
            var (version, published) = await projects.Configuration(project, cancellation);
            // 2. Take the secrets out.
            var (clean, secrets) = DocumentSecrets.TakeOut(document);
            if (!evenUnchanged && version > 0 && Same(clean, published))
            {
                store.Add(project, secrets);
                return new ImportResult(version, errors);
            }

            var result = await Publish(project, clean, secrets, basedOn, author);
            return result.Version is null ? result : result with { Errors = errors };
        }
        finally
        {
            _importing.Release();
        }
    }

    // From here on nothing is cancelled: whether the document was published must not stay open.
    private async ValueTask<ImportResult> Publish(
        ProjectId project, ProjectConfiguration clean, DocumentSecrets secrets, int? basedOn, AuditActor author)
    {
        // 3. Keep the secrets.
        var before = store.Add(project, secrets);
        // 4. Publish.
        var publish = new PublishConfiguration(clean, basedOn, author.Name ?? "");
        var entry = new AuditEntry(AuditKind.ConfigurationPublished, author);
        var reply = await projects.Send(project, new AuditedCommand(publish, entry), CancellationToken.None);
        if (reply is not ConfigurationAccepted accepted)
        {
            store.Undo(project, before);
            return RefusedBy(reply);
        }

        // 5. Forget the others.
        store.Prune(project, clean);
        return new ImportResult(accepted.Version, []);
    }

    private (ProjectConfiguration? Document, IReadOnlyList<ConfigurationError> Errors) Check(ProjectId project, ReadOnlyMemory<byte> json)
    {
        var (document, shape) = DocumentReader.Read(json);
        return document is null
            ? (null, shape)
            : (document, [.. shape, .. ConfigurationValidator.Validate(document), .. MissingPasswords.Of(project, document, store)]);
    }

    private static bool Same(ProjectConfiguration one, ProjectConfiguration other) =>
        ConfigurationJson.Write(one).AsSpan().SequenceEqual(ConfigurationJson.Write(other));

    private static ImportResult RefusedBy(CommandReply reply)
    {
        var refused = reply as Refused
            ?? throw new InvalidOperationException($"A project answered a publication with {reply.GetType().Name}.");
        var remedy = refused.Refusal == Refusal.StaleVersion
            ? "get the published one, and repeat the change in it"
            : "correct it and import it again";
        return new ImportResult(
            null, [new ConfigurationError("$", $"the document was not published: {refused.Explanation}", remedy)], refused);
    }
}
