using System.Runtime.CompilerServices;

namespace CallCenter.Tests.Shared;

/// <summary>The one way in which tests wait: for a condition, with a bound.</summary>
public static class Eventually
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(5);

    /// <summary>Returns as soon as the condition holds; fails with its text when it does not within the bound (10 s unless told).</summary>
    public static Task Holds(
        Func<bool> condition, TimeSpan? within = null, [CallerArgumentExpression(nameof(condition))] string text = "") =>
        Holds(() => ValueTask.FromResult(condition()), within, text);

    /// <summary>The same for a condition that has to be asked for.</summary>
    public static async Task Holds(
        Func<ValueTask<bool>> condition, TimeSpan? within = null, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        var bound = within ?? TimeSpan.FromSeconds(10);
        using var timer = new PeriodicTimer(Between);
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > bound)
            {
                throw new TimeoutException($"Did not hold within {bound.TotalSeconds:0.###} s: {text}");
            }
            await timer.WaitForNextTickAsync();
        }
    }
}
