using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Tests.Shared.Ports;

/// <summary>
/// Imports and exports; of the validation it knows only that a name is needed, the JSON has to be whole, and an emergency number that is
/// somebody's extension is worth a warning.
/// </summary>
public sealed class FakeConfigurations(FakeProjects projects, FakeHistory history) : IConfigurations
{
    /// <summary>The rules of the engine, where a test is about what they say.</summary>
    public Func<ProjectConfiguration, IReadOnlyList<ConfigurationError>>? Rules { get; set; }

    public ValueTask<IReadOnlyList<ConfigurationError>> Validate(
        ProjectId project, ReadOnlyMemory<byte> json, CancellationToken cancellation = default) => ValueTask.FromResult(Read(json).Errors);

    public async ValueTask<ImportResult> Import(
        ProjectId project, ReadOnlyMemory<byte> json, int? basedOn, AuditActor author, CancellationToken cancellation = default)
    {
        var (document, errors) = Read(json);
        if (document is null) return new ImportResult(null, errors);
        var publish = new PublishConfiguration(document, basedOn, author.Name!);
        var entry = new AuditEntry(AuditKind.ConfigurationPublished, author);
        var reply = await projects.Send(project, new AuditedCommand(publish, entry), cancellation);
        if (reply is not ConfigurationAccepted accepted)
            return new ImportResult(null, [new ConfigurationError("$", "Another version was published meanwhile.",
                "Start from the newest.")], reply as Refused);
        history.Published(accepted.Version, author.Name!, document);
        return new ImportResult(accepted.Version, errors);
    }

    public async ValueTask<byte[]> Export(ProjectId project, CancellationToken cancellation = default) =>
        JsonSerializer.SerializeToUtf8Bytes((await projects.Configuration(project, cancellation)).Document, ConfigurationJson.Indented);

    private (ProjectConfiguration? Document, IReadOnlyList<ConfigurationError> Errors) Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            var document = ConfigurationJson.Read(json.Span);
            List<ConfigurationError> errors = [.. Rules?.Invoke(document) ?? []];
            if (document.Name.Length == 0) errors.Add(new ConfigurationError("$.name", "Is empty.", "A name for the project."));
            if (document.TimeZone.Length == 0) errors.Add(new ConfigurationError("$.timeZone", "Is empty.",
                "An IANA name, e.g. Europe/Kyiv."));
            if (errors.Any(static error => !error.IsWarning)) return (null, errors);
            if (document.Employees.Any(one => document.EmergencyNumbers.Any(number => number.Dialled == one.Extension)))
                errors.Add(new ConfigurationError("$.employees", "An extension is an emergency number.", "Another one.", IsWarning: true));
            return (document, errors);
        }
        catch (JsonException broken)
        {
            return (null, [new ConfigurationError(broken.Path ?? "$", "The JSON breaks here.", "Whole JSON.")]);
        }
    }
}
