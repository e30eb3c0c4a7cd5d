using CallCenter.Media.Prompts;
using CallCenter.Tests.Shared.Fuzz;

namespace CallCenter.Media.Tests.Prompts;

public sealed class WaveProblemTests(ITestOutputHelper output)
{
    // A piece of 4,096 frames of 64 channels is the largest that is asked for before bytes have come; the rest is the filter.
    private const long MostAllocated = 4_000_000;

    private static readonly WaveBytes Telephone = new(Tag: 1, Bits: 16, Channels: 1, Rate: 8_000);

    public static TheoryData<string, byte[], WaveProblem> Files => new()
    {
        { "nothing", [], WaveProblem.Empty },
        { "no samples", Telephone.File(), WaveProblem.Empty },
        { "half a sample", Telephone.File([1], 1), WaveProblem.Empty },
        { "a text", "Good morning, this is no sound at all"u8.ToArray(), WaveProblem.NotWave },
        { "an MP3 file", [0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0], WaveProblem.NotWave },
        { "a film", [.. "RIFF"u8, 0, 0, 0, 0, .. "AVI LIST"u8], WaveProblem.NotWave },
        { "samples without a format", [.. "RIFF"u8, 0, 0, 0, 0, .. "WAVE"u8, .. WaveBytes.Chunk("data", [1, 0])], WaveProblem.NotWave },
        {
            "a format cut short", [.. "RIFF"u8, 0, 0, 0, 0, .. "WAVE"u8, .. WaveBytes.Chunk("fmt ", new byte[14])], WaveProblem.NotWave
        },
        { "ADPCM", (Telephone with { Tag = 2, Bits = 8 }).File([1, 2], 2), WaveProblem.UnsupportedEncoding },
        { "MP3 in WAV", (Telephone with { Tag = 0x55 }).File([1, 2], 2), WaveProblem.UnsupportedEncoding },
        { "no channel", (Telephone with { Channels = 0 }).File([1, 2], 2), WaveProblem.UnsupportedEncoding },
        { "too many channels", (Telephone with { Channels = 65 }).File([1, 2], 2), WaveProblem.UnsupportedEncoding },
        { "64 bits", (Telephone with { Bits = 64 }).File(new byte[8], 8), WaveProblem.UnsupportedEncoding },
        { "too slow", (Telephone with { Rate = 7_999 }).File(0), WaveProblem.UnsupportedRate },
        { "too fast", (Telephone with { Rate = 96_001 }).File(0), WaveProblem.UnsupportedRate },
        { "fewer samples than said", Telephone.File([1, 0], 4), WaveProblem.Truncated },
        { "far fewer samples than said", Telephone.File([1, 0], 0x7000_0000), WaveProblem.Truncated },
        { "an end before the samples", Telephone.File(0)[..40], WaveProblem.Truncated },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_wrong_with_a_file_is_said(string what, byte[] file, WaveProblem expected)
    {
        var reading = WaveReader.Read(file);
        Assert.Equal((what, expected, false), (what, reading.Problem, reading.IsHeard));
        Assert.Throws<InvalidOperationException>(() => reading.ToClip());
    }

    [Theory]
    [InlineData(8_000)]
    [InlineData(44_100)]
    public void What_is_longer_than_allowed_is_refused_as_a_whole(int rate)
    {
        var options = new WaveReadingOptions(TimeSpan.FromSeconds(1));
        var kind = Telephone with { Rate = rate };
        Assert.Equal(8_000, WaveReader.Read(kind.File(new byte[2 * rate], 2 * rate), options).Samples?.Length);
        Assert.Equal(WaveProblem.TooLong, WaveReader.Read(kind.File(new byte[2 * (rate + 1)], 2 * (rate + 1)), options).Problem);
    }

    [Fact]
    public void Ten_minutes_are_allowed_unless_somebody_says_otherwise()
    {
        var bytes = 2 * 8_000 * 600;
        Assert.Equal(8_000 * 600, WaveReader.Read(Telephone.File(new byte[bytes], bytes)).Samples?.Length);
        Assert.Equal(WaveProblem.TooLong, WaveReader.Read(Telephone.File(new byte[bytes + 2], bytes + 2)).Problem);
    }

    [Fact]
    public void Every_beginning_of_a_good_file_is_a_problem_and_costs_no_memory()
    {
        var file = (Telephone with { Rate = 16_000 }).File([.. Enumerable.Repeat(0.1, 500)]);
        Assert.Null(Read(file).Problem);
        for (var length = 0; length < file.Length; length++)
        {
            Assert.NotNull(Read(file[..length]).Problem);
        }
    }

    [Fact]
    public void Bytes_at_random_in_a_good_file_never_throw_and_cost_no_memory()
    {
        var time = new FuzzTime(usualSeconds: 2);
        byte[][] files =
        [
            Telephone.File([.. Enumerable.Repeat(0.1, 200)]), new WaveBytes(3, 32, 2, 44_100).Sine(1_000, 0.01),
            new WaveBytes(6, 8, 6, 96_000).Sine(1_000, 0.01),
        ];
        var random = new Random(time.Seed);
        var (inputs, heard) = (0L, 0L);
        while (!time.IsOver)
        {
            var file = (byte[])files[random.Next(files.Length)].Clone();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                // The header is where a byte says something.
                var at = random.Next(4) == 0 ? random.Next(file.Length) : random.Next(44);
                file[at] = random.Next(3) == 0 ? (byte)(255 * random.Next(2)) : (byte)random.Next(256);
            }

            inputs++;
            heard += Read(file, time.Seed).IsHeard ? 1 : 0;
        }

        output.WriteLine($"seed {time.Seed}: {inputs:N0} inputs, {heard:N0} of them heard");
        Assert.InRange(heard, inputs / 20, inputs * 19 / 20);
    }

    private static WaveReading Read(byte[] file, int seed = 0)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = WaveReader.Read(file);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated <= MostAllocated, $"Seed {seed}: {allocated:N0} bytes for {Convert.ToHexString(file)}");
        return reading;
    }
}
