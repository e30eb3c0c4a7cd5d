namespace CallCenter.Simulation.Tests.World;

/// <summary>A user agent on one leg of one call, and until when it still says something.</summary>
internal sealed class Party
{
    /// <summary>From then on it knows that the leg is over; a message already on its way arrives before.</summary>
    public long OverFrom { get; set; } = long.MaxValue;

    public bool Talks { get; set; }
}
