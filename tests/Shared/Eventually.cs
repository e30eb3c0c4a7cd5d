using System.Diagnostics;

namespace CallCenter.Tests.Shared;

/// <summary>Waits for a condition instead of a duration.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Polls until the condition holds; fails with the description after twenty seconds.</summary>
    public static async Task Holds(Func<ValueTask<bool>> condition, string description)
    {
        var since = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(Pause);
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(since) > Patience) throw new TimeoutException($"Did not happen: {description}");
            await timer.WaitForNextTickAsync();
        }
    }

    public static Task Holds(Func<bool> condition, string description) => Holds(() => ValueTask.FromResult(condition()), description);
}
