using System.Runtime.InteropServices;

namespace CallCenter.Load.Transport;

/// <summary>
/// Runs a simulation on the calling thread until it is done or the process is told to end; then gives calls and registrations a moment to
/// be ended properly.
/// </summary>
public static class OrderlyRun
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <param name="start">First thing on the loop.</param>
    /// <param name="stop">Orders everybody to end: on SIGINT, SIGTERM, or when <paramref name="end"/> is cancelled.</param>
    /// <param name="isOver">Whether nothing is left to wait for; asked on the loop.</param>
    public static void Run(SimulationLoop loop, Action start, Action stop, Func<bool> isOver, CancellationToken end = default)
    {
        var stopping = false;
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
        using var cancelled = end.Register(() => loop.Post(Stop));
        loop.After(TimeSpan.Zero, start);
        loop.After(Look, LookForEnd);
        loop.Run();

        void OnSignal(PosixSignalContext context)
        {
            // The process goes on until the loop has ended.
            context.Cancel = true;
            loop.Post(Stop);
        }

        void Stop()
        {
            if (!stopping)
            {
                stopping = true;
                stop();
                loop.After(Farewell, loop.End);
            }
        }

        void LookForEnd()
        {
            if (isOver())
            {
                loop.End();
            }
            else
            {
                loop.After(Look, LookForEnd);
            }
        }
    }
}
