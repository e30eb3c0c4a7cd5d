namespace CallCenter.Load.Arrivals;

/// <summary>
/// When calls begin: decided without looking at the server (open loop). A server that stalls finds the arrivals of the stall waiting, as
/// in life; nothing is left out.
/// </summary>
public interface IArrivals
{
    /// <summary>
    /// When the next call is due, counted from the start of the run, never before the one before; null: there are no more.
    /// </summary>
    TimeSpan? Next();
}
