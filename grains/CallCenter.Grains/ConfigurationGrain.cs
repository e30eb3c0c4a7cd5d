using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Grains.Placement;
using Orleans.Concurrency;

namespace CallCenter.Grains;

/// <summary>The address of a project's document. A large one takes its time to be read, beside the turns of grains.</summary>
[Reentrant, ProjectPlacement]
public sealed class ConfigurationGrain(IConfigurations configurations) : Grain, IConfigurationGrain
{
    private ProjectId Id => new(this.GetPrimaryKeyString());

    public async ValueTask<ConfigurationError[]> Validate(byte[] json)
    {
        var project = Id;
        return [.. await Task.Run(async () => await configurations.Validate(project, json))];
    }

    public ValueTask<ImportResult> Import(byte[] json, int? basedOn, AuditActor author)
    {
        var project = Id;
        return new(Task.Run(async () => await configurations.Import(project, json, basedOn, author)));
    }

    public ValueTask<byte[]> Export() => configurations.Export(Id);
}
