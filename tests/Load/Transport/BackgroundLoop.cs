using CallCenter.Load.Transport;

namespace CallCenter.Load.Tests.Transport;

/// <summary>A loop on a thread of its own, for the other side of what a test runs on its own thread.</summary>
internal sealed class BackgroundLoop : IDisposable
{
    private readonly Thread _thread;

    public BackgroundLoop() => _thread = new Thread(Loop.Run);

    public SimulationLoop Loop { get; } = new(TimeProvider.System);

    /// <summary>Runs it; everything that lives on it is made before.</summary>
    public void Start() => _thread.Start();

    public void Dispose()
    {
        if (_thread.IsAlive)
        {
            Loop.Post(Loop.End);
            _thread.Join();
        }

        Loop.Dispose();
    }
}
