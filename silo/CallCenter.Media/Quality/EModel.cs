namespace CallCenter.Media.Quality;

/// <summary>
/// The E-model (ITU-T G.107, 2015) reduced to what RTP tells: delay and loss. Everything else has the default of its table 3, for which
/// the rating without impairment is 93.2. A planning model, so its MOS is an estimate: it hears no noise and no echo.
/// </summary>
public static class EModel
{
    // G.107 table 3: Ro − Is with all parameters at their defaults.
    private const double DefaultRating = 93.2;

    // G.113 appendix I: G.711 has no impairment of its own; Bpl of 4.3 is the codec without, 25.1 with packet loss concealment. Phones
    // conceal.
    private const double EquipmentImpairment = 0;
    private const double LossRobustness = 25.1;

    // G.107 §7.4: below 100 ms nobody minds the delay.
    private const double UnnoticedDelayMs = 100;

    /// <summary>The transmission rating R, 0 to 93.2.</summary>
    /// <param name="delay">Mouth to ear, one way.</param>
    /// <param name="lossPercent">Packets lost, 0 to 100, at random (BurstR = 1).</param>
    public static double Rating(TimeSpan delay, double lossPercent) =>
        Math.Max(0, DefaultRating - DelayImpairment(delay.TotalMilliseconds) - LossImpairment(lossPercent));

    /// <summary>Mean opinion score of a rating: 1 (bad) to 4.5 (G.107 annex B).</summary>
    public static double MeanOpinionScore(double rating) => rating switch
    {
        <= 0 => 1,
        >= 100 => 4.5,
        _ => Math.Max(1, 1 + (0.035 * rating) + (rating * (rating - 60) * (100 - rating) * 7e-6)),
    };

    // Idd of G.107 §7.4. Its parts for echo vanish, as no echo is the default.
    private static double DelayImpairment(double delayMs)
    {
        if (delayMs <= UnnoticedDelayMs)
        {
            return 0;
        }

        var x = Math.Log2(delayMs / UnnoticedDelayMs);
        return 25 * (Root(x) - (3 * Root(x / 3)) + 2);
    }

    // Ie,eff of G.107 §7.5.
    private static double LossImpairment(double lossPercent) =>
        EquipmentImpairment + ((95 - EquipmentImpairment) * lossPercent / (lossPercent + LossRobustness));

    private static double Root(double x) => Math.Pow(1 + Math.Pow(x, 6), 1.0 / 6);
}
