using System.Runtime;
using Microsoft.Extensions.Hosting;

namespace CallCenter.Silo;

/// <summary>
/// Keeps full collections in the background: one that stops the process meanwhile took 84 to 280 ms at 200 calls a second, every two
/// minutes. Price: 30 to 60 ms of CPU for each that is asked for, beside the calls, and 20 to 30 MB of gaps between objects.
/// </summary>
/// <remarks>
/// There were two reasons for such a stop. The runtime closes gaps once they are half of the oldest generation, unless told that latency
/// counts. And it ends the thread that collects in the background after 20 s without work; where it has to begin another one, it often
/// collects in the foreground instead (dotnet/runtime#119383, mended after .NET 10). Asked for in time, the thread stays.
/// </remarks>
internal sealed class CollectionPace(TimeProvider time) : BackgroundService
{
    /// <summary>Two of these are less than the 20 s.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(9);

    private int _full = GC.CollectionCount(2);
    private int _all = GC.CollectionCount(0);

    /// <summary>Asks for one unless there was one since the last time, or nothing at all to collect.</summary>
    internal void Keep()
    {
        var (full, all) = (GC.CollectionCount(2), GC.CollectionCount(0));
        if (full == _full && all > _all)
        {
            GC.Collect(2, GCCollectionMode.Forced, blocking: false);
        }

        (_full, _all) = (full, all);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        GCSettings.LatencyMode = GCLatencyMode.SustainedLowLatency;
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Keep();
        }
    }
}
