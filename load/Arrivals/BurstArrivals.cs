namespace CallCenter.Load.Arrivals;

/// <summary>A number of calls within a short time, evenly spaced, and none after that.</summary>
internal sealed class BurstArrivals(int calls, TimeSpan within) : IArrivals
{
    private int _placed;

    public TimeSpan? Next() => _placed == calls ? null : within * ((double)_placed++ / calls);
}
