using CallCenter.Media.Mixing;

namespace CallCenter.Media.Tests.Mixing;

public sealed class LimiterTests
{
    private const int Frame = 160;

    private readonly Limiter _limiter = new();

    [Fact]
    public void What_fits_passes_unchanged()
    {
        var sine = Sine(20_000, frames: 10);
        Assert.Equal(sine.Select(sample => (short)sample), Limit(sine));
    }

    [Fact]
    public void Three_loud_voices_fit_and_keep_their_form()
    {
        var sine = Sine(90_000, frames: 50);
        var limited = Limit(sine);

        // After the first 5 ms nothing is cut: a third of the sine, sample by sample.
        Assert.All(
            sine.Zip(limited).Skip(Frame),
            pair => Assert.InRange(pair.Second, (pair.First / 3) - 60, (pair.First / 3) + 60));
    }

    /// <summary>The steepest step of a sine is its amplitude times 2π f / 8,000; a click is steeper.</summary>
    [Fact]
    public void Neither_the_way_down_nor_the_way_back_makes_a_step_that_was_not_in_the_sum()
    {
        var sum = Sine(25_000, frames: 20).Concat(Sine(50_000, frames: 20)).Concat(Sine(25_000, frames: 100)).ToArray();
        var limited = Limit(sum);
        var steepest = 50_000 * 2 * Math.PI * 400 / 8_000;
        Assert.All(limited.Zip(limited.Skip(1)), pair => Assert.InRange(Math.Abs(pair.Second - pair.First), 0, steepest));
    }

    [Fact]
    public void The_loudness_comes_back_within_two_seconds()
    {
        Limit(Sine(90_000, frames: 10));
        var after = Limit(Sine(10_000, frames: 100));
        Assert.True(after[..Frame].Max() < 5_000);
        Assert.True(after[^Frame..].Max() > 9_800);
    }

    private short[] Limit(float[] sum)
    {
        var samples = new short[sum.Length];
        for (var at = 0; at < sum.Length; at += Frame)
        {
            _limiter.Limit(sum.AsSpan(at, Frame), samples.AsSpan(at, Frame));
        }

        return samples;
    }

    // 400 Hz: eight whole periods in a frame, so that frames of one loudness join.
    private static float[] Sine(float amplitude, int frames) =>
        [.. Enumerable.Range(0, frames * Frame).Select(i => (float)(amplitude * Math.Sin(2 * Math.PI * 400 * i / 8_000)))];
}
