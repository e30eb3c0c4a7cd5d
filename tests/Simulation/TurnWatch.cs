namespace CallCenter.Simulation.Tests;

/// <summary>
/// An engine that goes round in one turn for ever would leave no failure behind: then the process is ended, with the seed. Everything else
/// that never ends is found by the limit of turns.
/// </summary>
internal sealed class TurnWatch : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly Timer _timer;
    private readonly string _day;
    private long _turns;
    private long _seen;

    public TurnWatch(DayPlan plan)
    {
        _day = plan.ToString();
        _timer = new Timer(_ => Look(), null, Longest, Longest);
    }

    /// <summary>A turn begins.</summary>
    public void Turn() => Volatile.Write(ref _turns, _turns + 1);

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        long turns = Volatile.Read(ref _turns);
        if (turns == _seen)
            Environment.FailFast($"Seed {_day}, turn {turns} does not end. The same again: {Seeds.Variable}={_day} ./test Simulation");
        _seen = turns;
    }
}
