namespace CallCenter.Silo.Telemetry;

/// <summary>Measured times that end when the present batch of a loop is sent. Inside that loop.</summary>
internal sealed class UnsentTimes
{
    private readonly List<(MeasuredTime Time, long Began)> _times = [];

    public void Add(MeasuredTime time, long began) => _times.Add((time, began));

    /// <summary>The batch is sent.</summary>
    public void Sent()
    {
        if (_times.Count == 0)
        {
            return;
        }

        foreach (var (time, began) in _times)
        {
            time.End(began);
        }

        _times.Clear();
    }
}
