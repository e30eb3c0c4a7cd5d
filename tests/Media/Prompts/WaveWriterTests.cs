using CallCenter.Media.Codecs;
using CallCenter.Media.Playing;
using CallCenter.Media.Prompts;

namespace CallCenter.Media.Tests.Prompts;

public sealed class WaveWriterTests
{
    [Fact]
    public void A_file_is_as_the_specification_has_it() => Assert.Equal(
        new WaveBytes(1, 16, 1, 8_000).File(0, 0.5, -0.5, -1), WaveWriter.Write([0, 16_384, -16_384, short.MinValue]));

    [Fact]
    public void A_clip_is_written_as_it_is_heard()
    {
        short[] samples = [0, 1_000, -1_000, 20_000];
        var heard = samples.Select(sample => G711.DecodeA(G711.EncodeA(sample)));
        Assert.Equal(heard, WaveReader.Read(WaveWriter.Write(new AudioClip(samples))).Samples);
    }

    [Fact]
    public void A_loop_breathes_at_its_seam_and_is_as_it_was_between()
    {
        var samples = new short[16_000];
        Array.Fill<short>(samples, 10_000);
        LoopSeam.Fade(samples);
        Assert.Equal((0, 0), (samples[0], samples[^1]));
        Assert.All(samples[400..12_000], sample => Assert.Equal(10_000, sample));
        Assert.All(Enumerable.Range(12_000, 3_999), at => Assert.True(samples[at + 1] <= samples[at] && samples[at] - samples[at + 1] < 5));
    }

    [Fact]
    public void A_loop_of_a_few_samples_still_sounds()
    {
        short[] samples = [8_000, 8_000, 8_000, 8_000, 8_000];
        LoopSeam.Fade(samples);
        Assert.Equal([0, 8_000, 8_000, 8_000, 0], samples);
    }
}
