using System.Buffers.Binary;
using CallCenter.Media.Recording;
using CallCenter.Tests.Shared;

namespace CallCenter.Media.Tests.Recording;

public sealed class WaveFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => System.IO.Path.Combine(_folder.Path, "call.wav");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_header_is_right_after_every_write()
    {
        using var file = WaveFile.Open(Path);
        AssertWhole(0);
        file.Write(0, [1, -1, 2, -2]);
        AssertWhole(2);
        file.Write(2, [3, -3]);
        AssertWhole(3);
    }

    /// <summary>By hand after the RIFF specification: PCM, two channels, 8,000 frames and 32,000 bytes a second, 16 bits.</summary>
    [Fact]
    public void A_file_is_written_as_the_specification_draws_it()
    {
        using (var file = WaveFile.Open(Path))
        {
            file.Write(0, [0x1234, 0x5678]);
        }

        Assert.Equal(
            "52494646" + "28000000" + "57415645" + "666D7420" + "10000000" + "0100" + "0200" + "401F0000" + "007D0000" + "0400" + "1000"
                + "64617461" + "04000000" + "34127856",
            Convert.ToHexString(File.ReadAllBytes(Path)));
    }

    [Fact]
    public void What_lies_between_the_end_and_a_write_is_silence()
    {
        using var file = WaveFile.Open(Path);
        file.Write(0, [1, 2]);
        file.Write(3, [3, 4]);
        var frames = new short[10];
        Assert.Equal(4, file.Read(0, frames));
        Assert.Equal([1, 2, 0, 0, 0, 0, 3, 4], frames[..8]);
    }

    [Fact]
    public void Writing_goes_on_in_a_file_that_is_there()
    {
        using (var file = WaveFile.Open(Path))
        {
            file.Write(0, [1, 2]);
        }

        using var again = WaveFile.Open(Path);
        Assert.Equal(1, again.Frames);
        again.Write(1, [3, 4]);
        AssertWhole(2);
    }

    /// <summary>A process that is killed may leave any part of the last write, with the lengths from before it.</summary>
    [Fact]
    public void A_file_torn_anywhere_is_whole_again_and_keeps_all_whole_frames()
    {
        using (var file = WaveFile.Open(Path))
        {
            file.Write(0, [1, 2, 3, 4, 5, 6]);
        }

        var whole = File.ReadAllBytes(Path);
        for (var length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(Path, whole[..length]);
            using var torn = WaveFile.Open(Path);
            Assert.Equal(Math.Max(0, length - WaveFile.HeaderBytes) / WaveFile.FrameBytes, torn.Frames);
            torn.Write(torn.Frames, [7, 8]);
            AssertWhole(torn.Frames);
            Assert.True(whole.AsSpan(44, (int)(torn.Frames - 1) * 4).SequenceEqual(ReadShared().AsSpan(44, (int)(torn.Frames - 1) * 4)));
        }
    }

    [Fact]
    public void Frames_that_the_header_did_not_know_yet_are_kept()
    {
        using (var file = WaveFile.Open(Path))
        {
            file.Write(0, [1, 2]);
        }

        File.WriteAllBytes(Path, [.. File.ReadAllBytes(Path), 3, 0, 4, 0, 5]);
        using var repaired = WaveFile.Open(Path);
        Assert.Equal(2, repaired.Frames);
        AssertWhole(2);
    }

    [Theory]
    [InlineData("ID3")]
    [InlineData("RIFF....AVI ")]
    [InlineData("a text that somebody keeps here and that is longer than a header is")]
    public void A_file_of_another_kind_is_left_as_it_is(string content)
    {
        File.WriteAllText(Path, content);
        Assert.Throws<InvalidDataException>(() => WaveFile.Open(Path));
        Assert.Equal(content, File.ReadAllText(Path));
    }

    [Fact]
    public void Nothing_is_written_before_the_end()
    {
        using var file = WaveFile.Open(Path);
        file.Write(0, [1, 2, 3, 4]);
        Assert.Throws<ArgumentOutOfRangeException>(() => file.Write(1, [5, 6]));
    }

    private void AssertWhole(long frames)
    {
        var bytes = ReadShared();
        Assert.Equal(WaveFile.HeaderBytes + (frames * WaveFile.FrameBytes), bytes.Length);
        Assert.Equal(bytes.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)));
        Assert.Equal(bytes.Length - 44, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(40)));
    }

    private byte[] ReadShared()
    {
        using var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
