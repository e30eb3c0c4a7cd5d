namespace CallCenter.Load.Runs;

/// <summary>Tells when too many of the calls of the last two seconds fail, or get no reply: the server is at its limit.</summary>
/// <param name="share">The share of bad calls that is too much.</param>
internal sealed class LimitWatch(double share)
{
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(2);

    /// <summary>A call without any reply for so long counts as bad: its time-out would come half a minute later.</summary>
    public static readonly TimeSpan NoReplyFor = TimeSpan.FromSeconds(1);

    // Fewer calls say nothing.
    private const int FewestCalls = 20;

    private readonly Queue<(TimeSpan At, int Offered, int Bad)> _looks = new();

    /// <summary>Calls per second offered in the last window.</summary>
    public double Rate { get; private set; }

    /// <param name="offered">All calls so far.</param>
    /// <param name="bad">All bad calls so far, those without reply included.</param>
    /// <returns>Whether it is too much.</returns>
    public bool Look(TimeSpan now, int offered, int bad)
    {
        _looks.Enqueue((now, offered, bad));
        while (_looks.Count > 1 && now - _looks.Peek().At > Window)
        {
            _looks.Dequeue();
        }

        var (at, offeredBefore, badBefore) = _looks.Peek();
        var calls = offered - offeredBefore;
        Rate = now > at ? calls / (now - at).TotalSeconds : 0;
        return calls >= FewestCalls && bad - badBefore > calls * share;
    }
}
