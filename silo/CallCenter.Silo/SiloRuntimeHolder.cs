using CallCenter.Abstractions;

namespace CallCenter.Silo;

/// <summary>Gives the started silo to the ports, which exist before it is started.</summary>
internal sealed class SiloRuntimeHolder(SiloOptions options)
{
    private volatile SiloRuntime? _runtime;

    public ProjectId Project { get; } = new(options.ProjectId);

    /// <summary>Null before the start.</summary>
    public SiloRuntime? Started => _runtime;

    public SiloRuntime Runtime => _runtime ?? throw new InvalidOperationException("The silo is not started yet.");

    public void Set(SiloRuntime runtime) => _runtime = runtime;
}
