namespace CallCenter.Load.Arrivals;

/// <summary>
/// A recorded day: calls per interval, as a report lists them, played in another time. Within an interval calls are independent; over
/// many runs each interval has its number on average.
/// </summary>
/// <param name="callsPerInterval">At least one, each 0 or more.</param>
/// <param name="total">How long the whole day takes.</param>
internal sealed class DayArrivals(Random random, IReadOnlyList<double> callsPerInterval, TimeSpan total) : IArrivals
{
    private readonly TimeSpan _interval = total / callsPerInterval.Count;
    private int _at;
    private double _callsBefore;
    private double _calls;

    public TimeSpan? Next()
    {
        _calls -= Math.Log(1 - random.NextDouble());
        while (_at < callsPerInterval.Count && _callsBefore + callsPerInterval[_at] <= _calls)
        {
            _callsBefore += callsPerInterval[_at++];
        }

        return _at == callsPerInterval.Count ? null : _interval * (_at + ((_calls - _callsBefore) / callsPerInterval[_at]));
    }
}
