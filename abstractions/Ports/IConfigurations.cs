using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Abstractions.Ports;

/// <summary>Import, export and validation of configuration documents, with their secrets kept apart. Implemented by the silo.</summary>
public interface IConfigurations
{
    /// <summary>
    /// Every error and warning of the document; it may be published when there are warnings only. Reads malformed JSON too and says where
    /// it breaks.
    /// </summary>
    ValueTask<IReadOnlyList<ConfigurationError>> Validate(
        ProjectId project, ReadOnlyMemory<byte> json, CancellationToken cancellation = default);

    /// <summary>Validates, takes the secrets out and publishes. With any error nothing is applied.</summary>
    /// <param name="basedOn">
    /// The version that was changed; the project alone decides whether it still is the published one. Null: whatever is published.
    /// </param>
    /// <param name="author">Whose version it is, and whose act in the audit log.</param>
    ValueTask<ImportResult> Import(
        ProjectId project, ReadOnlyMemory<byte> json, int? basedOn, AuditActor author, CancellationToken cancellation = default);

    /// <summary>
    /// The published document as JSON (indented UTF-8), without secrets; secrets that are kept stay in force when it is imported
    /// again.
    /// </summary>
    ValueTask<byte[]> Export(ProjectId project, CancellationToken cancellation = default);
}

/// <summary>Either a new version, perhaps with warnings, or errors.</summary>
/// <param name="Refused">What the project said of a sound document that it did not publish; it is among the errors as well.</param>
public sealed record ImportResult(int? Version, IReadOnlyList<ConfigurationError> Errors, Refused? Refused = null);
