using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace CallCenter.Silo;

/// <summary>
/// The first SIGTERM or SIGINT stops the process in good order; another one ends it at once, whatever the stop waits for. Nothing is
/// lost by that: the journal has it all. Ending so counts as a clean end, because somebody asked for it twice.
/// </summary>
internal sealed class SecondSignal : IHostedService
{
    /// <summary>Of the process, not of the host: the longest part of a stop comes after the host has ended its services.</summary>
    private static readonly Lazy<PosixSignalRegistration[]> Registrations = new(() =>
        [PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal), PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal)]);

    private static int _signals;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = Registrations.Value;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void OnSignal(PosixSignalContext signal)
    {
        if (Interlocked.Increment(ref _signals) > 1)
        {
            Environment.Exit(0);
        }
    }
}
