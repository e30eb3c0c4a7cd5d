namespace CallCenter.Load.Arrivals;

/// <summary>The first so many of other arrivals, and none from a time on.</summary>
internal sealed class BoundedArrivals(IArrivals arrivals, TimeSpan until, int most) : IArrivals
{
    private int _left = most;

    public TimeSpan? Next()
    {
        if (_left == 0 || arrivals.Next() is not { } due || due >= until)
        {
            _left = 0;
            return null;
        }

        _left--;
        return due;
    }
}
