using CallCenter.Media.Codecs;
using CallCenter.Media.Prompts;
using CallCenter.Media.Tests.Mixing;

namespace CallCenter.Media.Tests.Prompts;

public sealed class WaveReaderTests
{
    private static readonly WaveBytes Telephone = new(Tag: 1, Bits: 16, Channels: 1, Rate: 8_000);

    public static MatrixTheoryData<(int Tag, int Bits), int, int> Kinds => new(
        [(1, 8), (1, 16), (1, 24), (1, 32), (3, 32), (3, 64), (6, 8), (7, 8)],
        [1, 2, 6],
        [8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_tone_in_any_kind_of_file_keeps_its_height_level_and_length((int Tag, int Bits) coding, int channels, int rate)
    {
        var samples = Heard(new WaveBytes(coding.Tag, coding.Bits, channels, rate).Sine(hertz: 1_000, seconds: 0.25));

        Assert.Equal(2_000, samples.Length);
        var middle = samples[200..1_800];
        Assert.InRange(Goertzel.Amplitude(middle, 1_000), 16_384 * 0.98, 16_384 * 1.02);
        Assert.InRange(Power(middle), 0.97, 1.03);

        // Where it begins is where it began.
        Assert.InRange(samples[2], 14_000, 18_000);

        static double Power(short[] samples) => samples.Average(sample => (double)sample * sample) / (16_384.0 * 16_384 / 2);
    }

    [Theory]
    [InlineData(16_000, 6_000)]
    [InlineData(44_100, 6_000)]
    [InlineData(48_000, 6_000)]
    [InlineData(48_000, 4_600)]
    [InlineData(48_000, 20_000)]
    [InlineData(96_000, 6_000)]
    public void What_a_telephone_cannot_carry_does_not_come_back_as_another_tone(int rate, double hertz)
    {
        var samples = Heard(Telephone with { Rate = rate }, hertz);
        var loudest = samples[200..^200].Max(sample => Math.Abs((int)sample));
        Assert.InRange(loudest, 0, 16_384 / 100);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(2_000)]
    [InlineData(3_400)]
    public void The_band_of_a_telephone_is_as_loud_as_before_to_half_a_decibel(double hertz) =>
        Assert.InRange(Goertzel.Amplitude(Heard(Telephone with { Rate = 48_000 }, hertz)[200..1_800], hertz), 16_384 * 0.94, 16_384 * 1.03);

    [Fact]
    public void What_a_telephone_has_already_is_not_changed()
    {
        var samples = Enumerable.Range(-32_768, 65_536).Select(value => value / 32_768.0).ToArray();
        Assert.Equal(Enumerable.Range(-32_768, 65_536).Select(value => (short)value), Heard(Telephone.File(samples)));

        var codes = Enumerable.Range(0, 256).Select(code => (byte)code).ToArray();
        var clip = WaveReader.Read(new WaveBytes(6, 8, 1, 8_000).File(codes, 256)).ToClip();

        // Of the two codes of nothing the negative one is written as it is, too.
        Assert.Equal(codes, clip.Codes(G711Law.A));
    }

    [Fact]
    public void One_voice_is_the_mean_of_all_channels() =>
        Assert.Equal([8_192, 0], Heard((Telephone with { Channels = 2 }).File(0.5, 0, 0.5, -0.5)));

    [Fact]
    public void What_stands_before_the_samples_is_passed_over()
    {
        var picture = WaveBytes.Chunk("LIST", new byte[12_345]);
        Assert.Equal([1, 2], Heard(Telephone.File([1, 0, 2, 0], 4, picture)));
    }

    [Theory]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(39)]
    [InlineData(40)]
    [InlineData(41)]
    [InlineData(64)]
    public void A_longer_format_is_read_as_far_as_it_is_known(int length)
    {
        var format = WaveBytes.Chunk("fmt ", [.. Telephone.Format(), .. new byte[length - 16]]);
        byte[] form = [.. "WAVE"u8, .. format, .. WaveBytes.Chunk("data", [1, 0, 2, 0])];
        Assert.Equal([1, 2], Heard([.. "RIFF"u8, .. WaveBytes.Number((uint)form.Length, 4), .. form]));
    }

    [Fact]
    public void An_extensible_format_is_what_its_sub_format_says()
    {
        byte[] guid = [3, 0, 0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71];
        var extensible = new WaveBytes(Tag: 0xFFFE, Bits: 32, Channels: 1, Rate: 8_000);
        byte[] chunk = WaveBytes.Chunk("fmt ", [.. extensible.Format(), 22, 0, 32, 0, 4, 0, 0, 0, .. guid]);
        byte[] form = [.. "WAVE"u8, .. chunk, .. WaveBytes.Chunk("data", BitConverter.GetBytes(0.25f))];
        Assert.Equal([8_192], Heard([.. "RIFF"u8, .. WaveBytes.Number((uint)form.Length, 4), .. form]));
    }

    [Theory]
    [InlineData(0xFFFF_FFFF)]
    [InlineData(0x7FFF_F000)]
    public void A_file_that_does_not_know_its_length_is_read_to_its_end(long claimed) =>
        Assert.Equal([1, 2], Heard(Telephone.File([1, 0, 2, 0, 3], claimed)));

    [Fact]
    public void What_comes_after_the_samples_is_not_heard() => Assert.Equal([1], Heard(Telephone.File([1, 0, 2, 0], 2)));

    [Fact]
    public void A_stream_that_gives_one_byte_at_a_time_is_read_as_well()
    {
        using var stream = new Drops((Telephone with { Rate = 44_100 }).Sine(1_000, 0.25));
        Assert.Equal(2_000, WaveReader.Read(stream).Samples?.Length);
    }

    [Theory]
    [InlineData(0.9, 23_197)]
    [InlineData(0.25, 23_197)]
    [InlineData(0.01, 3_277)]
    public void A_level_is_set_by_the_peak_and_by_20_dB_at_most(double amplitude, int expected)
    {
        var reading = WaveReader.Read(Telephone.Sine(1_000, 0.1, amplitude), WaveReadingOptions.Default with { IsLevelled = true });
        Assert.InRange(reading.Samples!.Max(), expected - (expected / 100), expected + (expected / 100));
    }

    [Fact]
    public void Silence_stays_silence() =>
        Assert.Equal([0, 0], WaveReader.Read(Telephone.File(0, 0), WaveReadingOptions.Default with { IsLevelled = true }).Samples!);

    [Fact]
    public void Floats_that_are_no_sound_are_bounded()
    {
        var floats = Telephone with { Tag = 3, Bits = 32 };
        Assert.Equal(
            [0, 32_767, -32_768, 32_767], Heard(floats.File(double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e30)));
    }

    private static short[] Heard(WaveBytes kind, double hertz) => Heard(kind.Sine(hertz, 0.25));

    private static short[] Heard(byte[] file)
    {
        var reading = WaveReader.Read(file);
        Assert.Null(reading.Problem);
        return reading.Samples!;
    }

    private sealed class Drops(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }
}
