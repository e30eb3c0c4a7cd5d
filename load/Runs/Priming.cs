using CallCenter.Load.Arrivals;
using CallCenter.Load.Callers;
using CallCenter.Load.Chance;
using CallCenter.Load.Results;
using CallCenter.Load.Transport;

namespace CallCenter.Load.Runs;

/// <summary>
/// A few calls before the first of the run, to a server that was just started: on both sides code is compiled when it first runs, and a
/// tenth of a second of that in the first calls is no property of either. Nobody counts them; the pause after them keeps their records out
/// of the comparison with the history.
/// </summary>
internal static class Priming
{
    private const int Calls = 100;

    private static readonly TimeSpan Within = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns after the calls and the pause, or when <paramref name="end"/> is cancelled.</summary>
    public static void Run(SimulationLoop loop, RunPeople people, CancellationToken end)
    {
        var begun = loop.Now;
        var window = new RunWindow(loop.NowMicros, TimeSpan.Zero, Longest);
        var habits = new CallerHabits
        {
            Patience = Spread.Always(Longest),
            Talk = Spread.Always(TimeSpan.FromMilliseconds(200)),
            RedialChance = 0,
        };
        var crowd = people.Crowd(habits, new BurstArrivals(Calls, Within), new RunRecorder(window, () => loop.NowMicros));
        crowd.Start(begun);
        loop.After(Look, LookAround);
        loop.Run();

        void LookAround()
        {
            if (end.IsCancellationRequested)
            {
                loop.End();
            }
            else if (crowd.IsOver || loop.Now - begun > Longest)
            {
                crowd.StopArrivals();
                crowd.EndAll();
                loop.After(Pause, loop.End);
            }
            else
            {
                loop.After(Look, LookAround);
            }
        }
    }
}
