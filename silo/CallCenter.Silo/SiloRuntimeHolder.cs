namespace CallCenter.Silo;

/// <summary>Gives the started silo to the ports, which exist before it is started.</summary>
internal sealed class SiloRuntimeHolder
{
    private volatile SiloRuntime? _runtime;

    /// <summary>Null before the start.</summary>
    public SiloRuntime? Started => _runtime;

    public SiloRuntime Runtime => _runtime ?? throw new InvalidOperationException("The silo is not started yet.");

    public void Set(SiloRuntime runtime) => _runtime = runtime;
}
