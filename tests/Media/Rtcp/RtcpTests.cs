using CallCenter.Media.Rtcp;
using CallCenter.Tests.Shared.Fuzz;

namespace CallCenter.Media.Tests.Rtcp;

public sealed class RtcpTests(ITestOutputHelper output)
{
    // A sender report with one block, CNAME "a@b" and a BYE; by hand after RFC 3550 §6.4 to §6.6.
    private const string Report =
        "81C8000C" + "11111111" + "E1E2E3E4A1A2A3A4" + "00000140" + "00000002" + "00000140"
        + "22222222" + "40FFFFFE" + "00010003" + "00000007" + "E3E4A1A2" + "00018000";

    private const string Description = "81CA0003" + "11111111" + "0103614062000000";
    private const string Goodbye = "81CB0001" + "11111111";

    private static readonly ReportBlock Block = new(0x22222222, 64, -2, 0x10003, 7, 0xE3E4A1A2, 0x18000);
    private static readonly SenderInfo Sender = new(0xE1E2E3E4A1A2A3A4, 320, 2, 320);

    [Fact]
    public void A_compound_is_written_as_the_rfc_draws_it()
    {
        var bytes = new byte[RtcpWriter.MostBytes];
        var writer = new RtcpWriter(bytes);
        writer.Report(0x11111111, Sender, Block);
        writer.SourceDescription(0x11111111, "a@b"u8);
        writer.Goodbye(0x11111111);
        Assert.Equal(Report + Description + Goodbye, Convert.ToHexString(bytes.AsSpan(0, writer.Length)));
    }

    [Fact]
    public void A_compound_is_read_packet_by_packet()
    {
        Assert.True(RtcpCompound.TryParse(Convert.FromHexString(Report + Description + Goodbye), out var compound));

        Assert.True(compound.MoveNext());
        Assert.Equal(RtcpPacketType.SenderReport, compound.Current.Type);
        Assert.True(compound.Current.TryReadSenderInfo(out var sender));
        Assert.Equal(Sender, sender);
        Assert.True(compound.Current.TryReadReportBlock(0x22222222, out var block));
        Assert.Equal(Block, block);
        Assert.False(compound.Current.TryReadReportBlock(0x33333333, out _));

        Assert.True(compound.MoveNext());
        Assert.Equal(RtcpPacketType.SourceDescription, compound.Current.Type);
        Assert.Equal("a@b"u8, compound.Current.ReadCanonicalName());

        Assert.True(compound.MoveNext());
        Assert.Equal((RtcpPacketType.Goodbye, 0x11111111u), (compound.Current.Type, compound.Current.Ssrc));
        Assert.False(compound.MoveNext());
    }

    [Fact]
    public void Whoever_only_listens_sends_a_receiver_report()
    {
        var bytes = new byte[RtcpWriter.MostBytes];
        var writer = new RtcpWriter(bytes);
        writer.Report(1, sender: null, block: null);
        Assert.Equal("80C9000100000001", Convert.ToHexString(bytes.AsSpan(0, writer.Length)));
    }

    [Fact]
    public void The_longest_name_fits_the_bound()
    {
        var bytes = new byte[RtcpWriter.MostBytes];
        var writer = new RtcpWriter(bytes);
        var name = new byte[255];
        Array.Fill(name, (byte)'n');
        writer.Report(1, Sender, Block);
        writer.SourceDescription(1, name);
        writer.Goodbye(1);
        Assert.True(RtcpCompound.TryParse(bytes.AsSpan(0, writer.Length), out var compound));
        Assert.True(compound.MoveNext() && compound.MoveNext());
        Assert.Equal(name, compound.Current.ReadCanonicalName());
    }

    [Theory]
    [InlineData("81CA0003111111110103614062000000")]
    [InlineData("80C9000200000001")]
    [InlineData("80C900010000000180")]
    [InlineData("40C9000100000001")]
    [InlineData("A0C900010000000180C9000100000001")]
    [InlineData("80")]
    [InlineData("")]
    public void What_is_no_compound_is_refused(string datagram) =>
        Assert.False(RtcpCompound.TryParse(Convert.FromHexString(datagram), out _));

    [Fact]
    public void Lost_packets_stay_within_24_bits()
    {
        var bytes = new byte[RtcpWriter.MostBytes];
        var writer = new RtcpWriter(bytes);
        writer.Report(1, null, Block with { CumulativeLost = 10_000_000 });
        Assert.True(RtcpCompound.TryParse(bytes.AsSpan(0, writer.Length), out var compound));
        Assert.True(compound.MoveNext());
        Assert.True(compound.Current.TryReadReportBlock(Block.Ssrc, out var block));
        Assert.Equal((0x7FFFFF, 64), (block.CumulativeLost, block.FractionLost));
    }

    // The example of RFC 3550 §6.4.1, figure 2: reported 10:30 later than sent, 5.250 s of them spent at the receiver.
    [Fact]
    public void The_round_trip_of_the_rfcs_example_is_six_seconds_and_an_eighth()
    {
        var block = Block with { LastSenderReport = 0xB705_2000, DelaySinceLastSenderReport = 0x0005_4000 };
        Assert.Equal(TimeSpan.FromSeconds(6.125), NtpTime.RoundTrip(0xB710_8000, block));
        Assert.Null(NtpTime.RoundTrip(0xB710_8000, block with { LastSenderReport = 0 }));
        Assert.Null(NtpTime.RoundTrip(0xB705_2000, block));
    }

    [Fact]
    public void Ntp_time_counts_from_1900()
    {
        var ntp = NtpTime.Of(new DateTime(1970, 1, 1, 0, 0, 0, 500, DateTimeKind.Utc));
        Assert.Equal((2_208_988_800UL << 32) | 0x8000_0000, ntp);
        Assert.Equal(0x18000u, NtpTime.Short(TimeSpan.FromSeconds(1.5)));
    }

    [Fact]
    public void No_bytes_throw()
    {
        var seed = Convert.FromHexString(Report + Description + Goodbye);
        var time = new FuzzTime(usualSeconds: 1);
        var mutator = new Mutator(new Random(time.Seed));
        var (inputs, valid) = (0L, 0L);
        while (!time.IsOver)
        {
            inputs++;
            valid += Read(mutator.Change(seed, [seed])) ? 1 : 0;
        }

        output.WriteLine($"seed {time.Seed}: {inputs:N0} inputs, {valid:N0} of them valid");
        Assert.InRange(valid, inputs / 20, inputs * 19 / 20);
    }

    private static bool Read(byte[] input)
    {
        if (!RtcpCompound.TryParse(input, out var compound))
        {
            return false;
        }

        while (compound.MoveNext())
        {
            _ = compound.Current.Ssrc;
            compound.Current.TryReadSenderInfo(out _);
            compound.Current.TryReadReportBlock(0x22222222, out _);
            compound.Current.ReadCanonicalName();
        }

        return true;
    }
}
