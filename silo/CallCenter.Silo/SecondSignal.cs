using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace CallCenter.Silo;

/// <summary>
/// The first SIGTERM or SIGINT stops the process in good order; another one while it stops ends it at once. Nothing is lost by that: the
/// journal has it all. Ending so counts as a clean end, because somebody asked for it twice.
/// </summary>
internal sealed class SecondSignal(IHostApplicationLifetime lifetime) : IHostedService, IDisposable
{
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _signals;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());

    private void OnSignal(PosixSignalContext signal)
    {
        // The host hears the same signal, perhaps before us: that it stops already does not make this the second one.
        if (Interlocked.Increment(ref _signals) > 1 && lifetime.ApplicationStopping.IsCancellationRequested)
        {
            Environment.Exit(0);
        }
    }
}
