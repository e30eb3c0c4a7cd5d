namespace CallCenter.Silo.Cluster.Durable;

/// <summary>What is started by the first who needs it, once; a start that failed is tried again by the next.</summary>
internal sealed class LateStart(Func<Task> start)
{
    private readonly Lock _lock = new();
    private Task? _start;

    /// <summary>Throws what the start throws.</summary>
    public Task Ensure()
    {
        lock (_lock)
        {
            return _start is null or { IsFaulted: true } or { IsCanceled: true } ? _start = start() : _start;
        }
    }
}
