using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Abstractions.Grains;

/// <summary>The configuration document of a project as a file; its key is the project's name. See <see cref="IConfigurations"/>.</summary>
public interface IConfigurationGrain : IGrainWithStringKey
{
    /// <summary>Every error and warning of the document.</summary>
    ValueTask<ConfigurationError[]> Validate(byte[] json);

    /// <summary>Validates and publishes. With any error nothing is applied.</summary>
    ValueTask<ImportResult> Import(byte[] json, int? basedOn, AuditActor author);

    /// <summary>The published document as JSON, without secrets.</summary>
    ValueTask<byte[]> Export();
}
