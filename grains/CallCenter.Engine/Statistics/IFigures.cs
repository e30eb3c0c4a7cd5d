namespace CallCenter.Engine.Statistics;

/// <summary>Figures that can be summed: intervals to days, days to periods.</summary>
public interface IFigures<TSelf> where TSelf : class, IFigures<TSelf>, new()
{
    /// <summary>Adds counts and durations, takes the larger of the longest.</summary>
    void Add(TSelf other);

    /// <summary>A copy that no later event changes.</summary>
    TSelf Copy()
    {
        var copy = new TSelf();
        copy.Add((TSelf)this);
        return copy;
    }
}
