using CallCenter.Media.Codecs;

namespace CallCenter.Media.Tests.Codecs;

public sealed class G711Tests
{
    // G.711 tables 1a and 2a: the value of the first and last interval of each segment, positive, in the units of the tables.
    public static TheoryData<byte, int> ALawValues => new()
    {
        { 0b1000_0000, 1 }, { 0b1000_1111, 31 }, { 0b1001_0000, 33 }, { 0b1001_1111, 63 }, { 0b1010_0000, 66 },
        { 0b1011_0000, 132 }, { 0b1100_0000, 264 }, { 0b1101_0000, 528 }, { 0b1110_0000, 1_056 }, { 0b1111_0000, 2_112 },
        { 0b1111_1111, 4_032 },
    };

    public static TheoryData<byte, int> MuLawValues => new()
    {
        { 0b1111_1111, 0 }, { 0b1111_1110, 2 }, { 0b1111_0000, 30 }, { 0b1110_1111, 33 }, { 0b1110_0000, 93 }, { 0b1101_1111, 99 },
        { 0b1100_1111, 231 }, { 0b1011_1111, 495 }, { 0b1010_1111, 1_023 }, { 0b1001_1111, 2_079 }, { 0b1000_1111, 4_191 },
        { 0b1000_0000, 8_031 },
    };

    /// <summary>The table counts in 1/4096 of the range, 8 of our 16 bits, and shows codes before every other bit is inverted.</summary>
    [Theory]
    [MemberData(nameof(ALawValues))]
    public void A_law_has_the_values_of_the_recommendation(byte code, int value)
    {
        Assert.Equal(value * 8, G711.DecodeA((byte)(code ^ 0x55)));
        Assert.Equal(-value * 8, G711.DecodeA((byte)(code ^ 0x55 ^ 0x80)));
    }

    [Theory]
    [MemberData(nameof(MuLawValues))]
    public void Mu_law_has_the_values_of_the_recommendation(byte code, int value)
    {
        Assert.Equal(value * 4, G711.DecodeMu(code));
        Assert.Equal(-value * 4, G711.DecodeMu((byte)(code ^ 0x80)));
    }

    [Fact]
    public void Every_code_survives_decoding_and_encoding()
    {
        for (var code = 0; code < 256; code++)
        {
            Assert.Equal(code, G711.EncodeA(G711.DecodeA((byte)code)));

            // µ-law has two zeros; the negative one comes back as the positive.
            Assert.Equal(code == 0x7F ? 0xFF : code, G711.EncodeMu(G711.DecodeMu((byte)code)));
        }
    }

    /// <summary>The coder by search, without segments or bits.</summary>
    [Theory]
    [InlineData(G711Law.A)]
    [InlineData(G711Law.Mu)]
    public void Every_sample_gets_the_code_whose_value_is_nearest(G711Law law)
    {
        var values = Enumerable.Range(0, 256).Select(code => Decode(law, (byte)code)).Distinct().Order().ToArray();
        for (var sample = (int)short.MinValue; sample <= short.MaxValue; sample++)
        {
            var at = Array.BinarySearch(values, (short)sample);
            var above = Math.Min(at < 0 ? ~at : at, values.Length - 1);
            var nearest = Math.Min(Math.Abs(values[above] - sample), Math.Abs(values[Math.Max(0, above - 1)] - sample));
            var distance = Math.Abs(Decode(law, Encode(law, (short)sample)) - sample);

            // The laws see 13 and 14 of the 16 bits; where the step doubles they decide at the edge of the segment, which is half of the
            // smaller step (1/32 of the value) away from the middle between the two values.
            Assert.InRange(distance, nearest, nearest + 9 + (Math.Abs(sample) / 64));
        }
    }

    [Theory]
    [InlineData(G711Law.A)]
    [InlineData(G711Law.Mu)]
    public void Transcoding_moves_a_sample_by_no_more_than_the_coarser_step(G711Law from)
    {
        var to = from == G711Law.A ? G711Law.Mu : G711Law.A;
        for (var code = 0; code < 256; code++)
        {
            byte[] codes = [(byte)code];
            var before = Decode(from, codes[0]);
            G711.Transcode(from, codes);
            Assert.InRange(Math.Abs(Decode(to, codes[0]) - before), 0, Math.Max(16, Math.Abs((int)before) / 16));
            Assert.True(before == 0 || Math.Abs((int)before) <= 16 || Math.Sign(Decode(to, codes[0])) == Math.Sign(before));
        }
    }

    /// <summary>G.711 §3.4: A to µ to A changes nothing but the least significant bit of small values.</summary>
    [Fact]
    public void Two_transcodings_return_to_the_code_or_its_neighbour()
    {
        byte[] codes = [.. Enumerable.Range(0, 256).Select(code => (byte)code)];
        G711.Transcode(G711Law.A, codes);
        G711.Transcode(G711Law.Mu, codes);
        Assert.All(
            codes.Select((code, was) => (code, was)),
            pair => Assert.InRange(Math.Abs((pair.code ^ 0x55) - (pair.was ^ 0x55)), 0, 1));
    }

    [Fact]
    public void A_tone_keeps_the_signal_to_noise_ratio_of_the_recommendation()
    {
        short[] samples = [.. Enumerable.Range(0, 8_000).Select(i => (short)(10_000 * Math.Sin(2 * Math.PI * 1_020 * i / 8_000)))];
        foreach (var law in new[] { G711Law.A, G711Law.Mu })
        {
            var codes = new byte[samples.Length];
            var heard = new short[samples.Length];
            G711.Encode(law, samples, codes);
            G711.Decode(law, codes, heard);
            var signal = samples.Sum(sample => (double)sample * sample);
            var noise = samples.Zip(heard).Sum(pair => Math.Pow(pair.First - pair.Second, 2));

            // ITU-T G.712 asks for 33 dB at this level; both laws reach about 38.
            Assert.InRange(10 * Math.Log10(signal / noise), 36, 42);
        }
    }

    [Fact]
    public void Silence_is_the_code_nearest_to_zero()
    {
        Assert.Equal(G711.SilenceALaw, G711.EncodeA(0));
        Assert.Equal(G711.SilenceMuLaw, G711.EncodeMu(0));
    }

    private static short Decode(G711Law law, byte code) => law == G711Law.A ? G711.DecodeA(code) : G711.DecodeMu(code);

    private static byte Encode(G711Law law, short sample) => law == G711Law.A ? G711.EncodeA(sample) : G711.EncodeMu(sample);
}
