using CallCenter.Load.Transport;

namespace CallCenter.Load.Tests.Transport;

/// <summary>Runs a loop on the test's thread until something is so.</summary>
internal static class LoopRuns
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static void RunUntil(this SimulationLoop loop, Func<bool> condition, string what)
    {
        var met = false;
        loop.After(TimeSpan.Zero, Look);
        var patience = loop.After(Patience, loop.End);
        loop.Run();
        patience.Cancel();
        Assert.True(met, $"After {Patience.TotalSeconds} s it was still not so that {what}.");

        void Look()
        {
            met = condition();
            if (met)
            {
                loop.End();
            }
            else
            {
                loop.After(TimeSpan.FromMilliseconds(2), Look);
            }
        }
    }
}
