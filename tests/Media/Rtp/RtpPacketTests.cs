using CallCenter.Media.Rtp;
using CallCenter.Tests.Shared.Fuzz;

namespace CallCenter.Media.Tests.Rtp;

public sealed class RtpPacketTests(ITestOutputHelper output)
{
    // Two contributing sources, an extension of one word, three bytes of payload, five of padding; by hand after RFC 3550 §5.1.
    private static readonly byte[] Everything = Convert.FromHexString(
        "B288" + "FFFE" + "01020304" + "CAFEBABE" + "00000001" + "00000002" + "BEDE" + "0001" + "AABBCCDD" + "112233" + "0000000005");

    [Fact]
    public void Every_field_of_a_packet_is_read()
    {
        Assert.True(RtpPacket.TryParse(Everything, out var packet));

        Assert.Equal(8, packet.PayloadType);
        Assert.True(packet.HasMarker);
        Assert.Equal(0xFFFE, packet.SequenceNumber);
        Assert.Equal(0x01020304u, packet.Timestamp);
        Assert.Equal(0xCAFEBABE, packet.Ssrc);
        Assert.Equal(2, packet.ContributingSourceCount);
        Assert.Equal(2u, packet.ContributingSource(1));
        Assert.Equal(0xBEDE, packet.ExtensionProfile);
        Assert.Equal("AABBCCDD", Convert.ToHexString(packet.Extension));
        Assert.Equal("112233", Convert.ToHexString(packet.Payload));
        Assert.Equal(28, packet.PayloadAt);
    }

    [Theory]
    [InlineData("8000000100000002000000")]
    [InlineData("400000010000000200000003")]
    [InlineData("C00000010000000200000003")]
    [InlineData("8100000100000002000000030000")]
    [InlineData("900000010000000200000003BEDE")]
    [InlineData("900000010000000200000003BEDE000200000000")]
    [InlineData("A0000001000000020000000300")]
    [InlineData("A000000100000002000000030103")]
    [InlineData("")]
    public void What_is_no_rtp_is_refused(string datagram) => Assert.False(RtpPacket.TryParse(Convert.FromHexString(datagram), out _));

    [Theory]
    [InlineData("800000010000000200000003", "")]
    [InlineData("A00000010000000200000003FF01", "FF")]
    [InlineData("A0000001000000020000000301", "")]
    public void A_payload_may_be_empty_and_padding_is_no_part_of_it(string datagram, string payload)
    {
        Assert.True(RtpPacket.TryParse(Convert.FromHexString(datagram), out var packet));
        Assert.Equal(payload, Convert.ToHexString(packet.Payload));
    }

    [Fact]
    public void A_header_is_written_as_the_rfc_draws_it()
    {
        var bytes = new byte[RtpPacket.HeaderBytes];
        new RtpHeader(101, HasMarker: true, 0x1234, 0x89ABCDEF, 0xDEADBEEF).Write(bytes);
        Assert.Equal("80E5123489ABCDEFDEADBEEF", Convert.ToHexString(bytes));
    }

    [Theory]
    [InlineData("80C8000000", true)]
    [InlineData("81C9000000", true)]
    [InlineData("80CC000000", true)]
    [InlineData("8000000000", false)]
    [InlineData("80E5000000", false)]
    [InlineData("8088000000", false)]
    [InlineData("80", false)]
    public void Rtcp_is_told_from_rtp_by_its_second_byte(string datagram, bool isRtcp) =>
        Assert.Equal(isRtcp, RtcpMux.IsRtcp(Convert.FromHexString(datagram)));

    [Theory]
    [InlineData(0xFFFF, 0x1FFFEu, 0x1FFFFu)]
    [InlineData(0x0000, 0x1FFFFu, 0x20000u)]
    [InlineData(0xFFFF, 0x20000u, 0x1FFFFu)]
    [InlineData(0x0005, 0x10000u, 0x10005u)]
    public void A_sequence_number_belongs_to_the_nearest_roll_over(int sequenceNumber, uint near, uint extended) =>
        Assert.Equal(extended, SequenceNumbers.Extend((ushort)sequenceNumber, near));

    [Fact]
    public void No_bytes_throw_and_what_is_read_lies_inside_the_datagram()
    {
        var time = new FuzzTime(usualSeconds: 1);
        var random = new Random(time.Seed);
        var mutator = new Mutator(random);
        var (inputs, valid) = (0L, 0L);
        while (!time.IsOver)
        {
            var input = mutator.Change(Everything, [Everything]);
            inputs++;
            if (!RtpPacket.TryParse(input, out var packet))
            {
                continue;
            }

            valid++;
            Assert.True(packet.PayloadAt + packet.Payload.Length <= input.Length, $"Seed {time.Seed}: {Convert.ToHexString(input)}");
            for (var i = 0; i < packet.ContributingSourceCount; i++)
            {
                packet.ContributingSource(i);
            }
        }

        output.WriteLine($"seed {time.Seed}: {inputs:N0} inputs, {valid:N0} of them valid");
        Assert.InRange(valid, inputs / 20, inputs * 19 / 20);
    }
}
