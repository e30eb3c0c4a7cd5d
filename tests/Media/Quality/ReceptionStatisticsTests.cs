using CallCenter.Media.Quality;

namespace CallCenter.Media.Tests.Quality;

public sealed class ReceptionStatisticsTests
{
    private readonly ReceptionStatistics _statistics = new();

    [Fact]
    public void A_whole_stream_loses_nothing_over_a_roll_over()
    {
        Receive(Enumerable.Range(65_500, 100));
        Assert.Equal((100L, 100L, 0L, 0L), (_statistics.Expected, _statistics.Received, _statistics.Lost, _statistics.OutOfOrder));
        Assert.Equal(0x20000u + 63, _statistics.Highest);
    }

    [Fact]
    public void What_is_missing_is_lost_and_what_comes_late_is_not()
    {
        Receive([1, 2, 5, 4, 6, 9]);
        Assert.Equal((9L, 6L, 3L, 1L), (_statistics.Expected, _statistics.Received, _statistics.Lost, _statistics.OutOfOrder));
    }

    [Fact]
    public void A_repeated_packet_hides_no_lost_one()
    {
        Receive([1, 2, 2, 2, 5]);
        Assert.Equal((2L, 2L), (_statistics.Repeated, _statistics.Lost));
    }

    [Fact]
    public void A_single_packet_from_far_away_is_not_counted()
    {
        Receive([1, 2, 30_000, 3, 4]);
        Assert.Equal((4L, 4L, 0L), (_statistics.Expected, _statistics.Received, _statistics.Lost));
    }

    [Fact]
    public void Two_in_a_row_from_far_away_are_a_new_beginning()
    {
        Receive([1, 2, 4, 30_000, 30_001, 30_002]);
        Assert.Equal((6L, 5L, 1L), (_statistics.Expected, _statistics.Received, _statistics.Lost));
    }

    [Fact]
    public void Another_source_goes_on_with_the_counts()
    {
        Receive([1, 2, 4]);
        _statistics.BeginAnew();
        Receive([50_000, 50_002]);
        Assert.Equal((7L, 2L), (_statistics.Expected, _statistics.Lost));
    }

    [Fact]
    public void A_report_tells_the_fraction_lost_since_the_one_before()
    {
        Receive([1, 2, 3, 5]);
        var first = _statistics.Report(7, 11, 13);
        Assert.Equal((7u, (byte)51, 1, 0x10005u), (first.Ssrc, first.FractionLost, first.CumulativeLost, first.HighestSequenceNumber));
        Assert.Equal((11u, 13u), (first.LastSenderReport, first.DelaySinceLastSenderReport));

        Receive([6, 7]);
        var second = _statistics.Report(7, 0, 0);
        Assert.Equal(((byte)0, 1), (second.FractionLost, second.CumulativeLost));
    }

    [Fact]
    public void A_steady_stream_has_no_jitter()
    {
        Receive(Enumerable.Range(1, 200));
        Assert.Equal(0u, _statistics.Jitter);
    }

    /// <summary>Every other packet 5 ms late: |D| is 40 units always, and so is the mean it goes to (RFC 3550 §6.4.1).</summary>
    [Fact]
    public void Jitter_goes_to_the_mean_difference_of_transit_times()
    {
        for (var n = 0; n < 500; n++)
        {
            _statistics.Receive((ushort)n, (uint)n * 160, (uint)((n * 160) + (n % 2 * 40)));
        }

        Assert.InRange(_statistics.Jitter, 38u, 40u);
    }

    [Fact]
    public void Jitter_follows_the_formula_of_the_rfc()
    {
        var random = new Random(1);
        var (jitter, transitBefore) = (0.0, 0.0);
        for (var n = 0; n < 1_000; n++)
        {
            var transit = random.Next(0, 400);
            jitter += n == 0 ? 0 : (Math.Abs(transit - transitBefore) - jitter) / 16;
            transitBefore = transit;
            _statistics.Receive((ushort)n, (uint)n * 160, (uint)((n * 160) + transit));
        }

        Assert.InRange(_statistics.Jitter, jitter - 2, jitter + 2);
    }

    [Fact]
    public void A_key_that_keeps_its_timestamp_is_no_jitter()
    {
        for (var n = 0; n < 100; n++)
        {
            var isKey = n is > 40 and < 60;
            _statistics.Receive((ushort)n, (uint)(isKey ? 40 : n) * 160, (uint)n * 160, isTimed: !isKey);
        }

        Assert.Equal(0u, _statistics.Jitter);
    }

    private void Receive(IEnumerable<int> sequenceNumbers)
    {
        foreach (var number in sequenceNumbers)
        {
            _statistics.Receive((ushort)number, (uint)number * 160, (uint)number * 160);
        }
    }
}
