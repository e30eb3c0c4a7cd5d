using CallCenter.Media.Talk;

namespace CallCenter.Media.Tests.Talk;

public sealed class VoiceActivityTests
{
    // As peak of a sample: silence, a quiet line, a bad one (−41 dB), and a loud voice, a usual one, a quiet one.
    [Theory]
    [InlineData(0, 8_000)]
    [InlineData(40, 8_000)]
    [InlineData(40, 20_000)]
    [InlineData(40, 1_500)]
    [InlineData(500, 12_000)]
    public void Speech_is_found_where_it_is_on_any_line(double noise, double voice)
    {
        var samples = Speech.Silence(12);
        Speech.Say(samples, 1.0, 2.5, voice);
        Speech.Say(samples, 4.0, 4.4, voice);
        Speech.Say(samples, 6.0, 11.0, voice);
        Speech.Noise(samples, noise, seed: 1);

        AssertIntervals(Find(samples), (1.0, 2.5), (4.0, 4.4), (6.0, 11.0));
    }

    [Fact]
    public void Pauses_between_words_are_part_of_speech_and_longer_ones_are_not()
    {
        var samples = Speech.Silence(6);
        Speech.Say(samples, 1.0, 2.0);
        Speech.Say(samples, 2.2, 3.0);
        Speech.Say(samples, 3.5, 4.5);
        AssertIntervals(Find(samples), (1.0, 3.0), (3.5, 4.5));
    }

    [Fact]
    public void A_click_is_no_speech()
    {
        var samples = Speech.Silence(3);
        Speech.Tone(samples, 1.0, 1.03, 1_000, 20_000);
        Assert.Empty(Find(samples));
    }

    [Fact]
    public void Noise_that_stays_is_learnt_within_two_seconds()
    {
        var samples = Speech.Silence(10);
        Speech.Noise(samples, 350, seed: 2);
        Assert.Empty(Find(samples).Where(interval => interval.End > TimeSpan.FromSeconds(2.5)));
    }

    [Fact]
    public void Speech_that_goes_on_is_told_as_it_is_so_far()
    {
        var samples = Speech.Silence(3);
        Speech.Say(samples, 1.0, 3.0);
        var activity = new VoiceActivity();
        activity.Hear(samples);
        Assert.Empty(activity.Intervals);
        AssertIntervals(activity.Snapshot(), (1.0, 3.0));
        Assert.Equal(TimeSpan.FromSeconds(3), activity.Heard);
    }

    [Fact]
    public void Pieces_of_any_length_and_one_of_two_channels_give_the_same()
    {
        var samples = Speech.Silence(4);
        Speech.Say(samples, 1.0, 2.0);
        short[] interleaved = [.. samples.SelectMany(sample => new[] { (short)12_345, sample })];
        var (whole, pieces) = (new VoiceActivity(), new VoiceActivity());
        whole.Hear(samples);
        var random = new Random(3);
        for (var at = 0; at < samples.Length;)
        {
            var length = Math.Min(random.Next(1, 500), samples.Length - at);
            pieces.Hear(interleaved.AsSpan((at * 2) + 1, (length * 2) - 1), stride: 2);
            at += length;
        }

        Assert.Equal(whole.Snapshot(), pieces.Snapshot());
        Assert.NotEmpty(whole.Snapshot());
    }

    private static IReadOnlyList<SpeechInterval> Find(short[] samples)
    {
        var activity = new VoiceActivity();
        activity.Hear(samples);
        return activity.Snapshot();
    }

    private static void AssertIntervals(IReadOnlyList<SpeechInterval> found, params (double Start, double End)[] expected)
    {
        Assert.Equal(expected.Length, found.Count);
        Assert.All(expected.Zip(found), pair =>
        {
            Speech.AssertAt(pair.First.Start, pair.Second.Start);
            Speech.AssertAt(pair.First.End, pair.Second.End);
        });
    }
}
