namespace CallCenter.Load.Transport;

/// <summary>Something a <see cref="SimulationLoop"/> will do once; made by <see cref="SimulationLoop.After"/>.</summary>
public sealed class LoopTimer
{
    private Action? _action;

    internal LoopTimer(Action action) => _action = action;

    internal bool IsCancelled => _action is null;

    /// <summary>It will not happen. Cancelling twice, or after it happened, does nothing.</summary>
    public void Cancel() => _action = null;

    internal void Fire()
    {
        var action = _action;
        _action = null;
        action?.Invoke();
    }
}
