namespace CallCenter.Media.Quality;

/// <summary>How one direction of a leg went. What was measured by the peer is what its last report said.</summary>
/// <param name="Expected">Packets that should have come.</param>
/// <param name="OutOfOrder">Packets that came behind a later one; not counted where the peer measured.</param>
/// <param name="Jitter">Interarrival jitter (RFC 3550 §6.4.1), the mean deviation of the time under way.</param>
/// <param name="RoundTrip">To the peer and back; null while no report told it.</param>
public readonly record struct StreamQuality(long Expected, long Lost, long OutOfOrder, TimeSpan Jitter, TimeSpan? RoundTrip)
{
    // A receiver waits for late packets about twice the jitter; a frame is heard when it is complete.
    private const int BufferedJitters = 2;
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(20);

    /// <summary>0 to 100.</summary>
    public double LossPercent => Expected == 0 ? 0 : Math.Clamp(100.0 * Lost / Expected, 0, 100);

    /// <summary>Mean opinion score by the E-model, 1 to 4.4; null where nothing was heard.</summary>
    public double? MeanOpinionScore => Expected == 0 ? null : EModel.MeanOpinionScore(EModel.Rating(Delay, LossPercent));

    private TimeSpan Delay => ((RoundTrip ?? TimeSpan.Zero) / 2) + (Jitter * BufferedJitters) + Frame;
}
