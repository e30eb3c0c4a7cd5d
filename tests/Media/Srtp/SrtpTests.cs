using CallCenter.Media.Rtp;
using CallCenter.Media.Srtp;
using CallCenter.Tests.Shared.Fuzz;

namespace CallCenter.Media.Tests.Srtp;

public sealed class SrtpTests : IDisposable
{
    private static readonly SrtpMasterKey Key = SrtpMasterKey.Create();

    private readonly SrtpSender _sender = new(Key);
    private readonly SrtpReceiver _receiver = new(Key);

    public void Dispose()
    {
        _sender.Dispose();
        _receiver.Dispose();
    }

    [Fact]
    public void A_packet_opens_once()
    {
        var packet = Protect(1);
        Assert.True(_receiver.TryOpen([.. packet]) > 0);
        Assert.True(_receiver.TryOpen([.. packet]) < 0);
    }

    [Fact]
    public void Packets_out_of_order_open_and_what_is_older_than_the_window_does_not()
    {
        Assert.True(_receiver.TryOpen(Protect(1_000)) > 0);
        Assert.True(_receiver.TryOpen(Protect(1_002)) > 0);
        Assert.True(_receiver.TryOpen(Protect(1_001)) > 0);
        Assert.True(_receiver.TryOpen(Protect(939)) > 0);
        Assert.True(_receiver.TryOpen(Protect(938)) < 0);
    }

    [Fact]
    public void Numbers_that_roll_over_are_followed()
    {
        for (var index = 0xFFF0u; index < 0x2_0010; index += 0x10)
        {
            Assert.True(_receiver.TryOpen(Protect(index)) > 0, $"{index:X}");
        }
    }

    [Fact]
    public void After_a_restart_it_is_found_out_how_often_the_numbers_rolled_over()
    {
        using var forgetful = new SrtpReceiver(Key);
        Assert.True(forgetful.TryOpen(Protect(0x5_0005)) > 0);
        Assert.True(forgetful.TryOpen(Protect(0x5_0005)) < 0);
        Assert.True(forgetful.TryOpen(Protect(0x4_FFFF)) > 0);
        Assert.True(forgetful.TryOpen(Protect(0x6_0000)) < 0);
        Assert.True(forgetful.TryOpen(Protect(0x5_7000)) > 0);
        Assert.True(forgetful.TryOpen(Protect(0x5_E000)) > 0);
        Assert.True(forgetful.TryOpen(Protect(0x6_0000)) > 0);
    }

    [Fact]
    public void Roll_overs_are_looked_for_up_to_a_bound_and_in_the_first_stream_alone()
    {
        using var another = new SrtpReceiver(Key);
        Assert.True(_receiver.TryOpen(Protect(SrtpReceiver.MostRollOversBefore << 16)) < 0);
        Assert.True(_receiver.TryOpen(Protect(((SrtpReceiver.MostRollOversBefore - 1) << 16) + 1)) > 0);
        Assert.True(another.TryOpen(Protect(1)) > 0);
        Assert.True(another.TryOpen(Protect(0x1_0001, ssrc: 8)) < 0);
        Assert.True(another.TryOpen(Protect(1, ssrc: 8)) > 0);
    }

    [Fact]
    public void Short_tags_have_32_bits_on_audio_and_80_on_reports()
    {
        using var sender = new SrtpSender(Key, hasShortTags: true);
        using var receiver = new SrtpReceiver(Key, hasShortTags: true);
        var packet = new byte[RtpPacket.HeaderBytes + 20 + SrtpSender.MostExtraBytes];
        new RtpHeader(8, false, 1, 160, 7).Write(packet);
        Assert.Equal(RtpPacket.HeaderBytes + 20 + 4, sender.Protect(packet, RtpPacket.HeaderBytes + 20, 1));
        Assert.True(_receiver.TryOpen([.. packet.AsSpan(0, RtpPacket.HeaderBytes + 24)]) < 0);
        Assert.True(receiver.TryOpen(packet.AsSpan(0, RtpPacket.HeaderBytes + 24)) > 0);
        byte[] report = [.. Convert.FromHexString("80C9000100000007"), .. new byte[SrtpSender.MostExtraBytes]];
        Assert.Equal(8 + SrtpSender.MostExtraBytes, sender.ProtectReport(report, 8));
        Assert.Equal(8, receiver.TryOpenReport(report));
    }

    [Fact]
    public void Whoever_gets_to_know_a_key_in_the_middle_of_a_stream_counts_from_none()
    {
        using var sender = new SrtpSender(Key, rollOversBefore: 3);
        var packet = new byte[RtpPacket.HeaderBytes + 20 + SrtpSender.MostExtraBytes];
        new RtpHeader(8, false, 9, 9 * 160, 7).Write(packet);
        var length = sender.Protect(packet, RtpPacket.HeaderBytes + 20, 0x3_0009);
        Assert.Equal(Protect(9), packet[..length]);
    }

    [Fact]
    public void A_changed_bit_anywhere_is_refused_and_changes_nothing()
    {
        var packet = Protect(1);
        for (var bit = 0; bit < packet.Length * 8; bit++)
        {
            byte[] changed = [.. packet];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.True(_receiver.TryOpen(changed) < 0, $"Bit {bit}");
        }

        Assert.True(_receiver.TryOpen(packet) > 0);
    }

    [Fact]
    public void A_packet_with_nothing_in_it_opens_as_well()
    {
        var packet = new byte[RtpPacket.HeaderBytes + SrtpSender.MostExtraBytes];
        new RtpHeader(8, false, 1, 160, 7).Write(packet);
        var length = _sender.Protect(packet, RtpPacket.HeaderBytes, 1);
        Assert.Equal(RtpPacket.HeaderBytes, _receiver.TryOpen(packet.AsSpan(0, length)));
    }

    [Fact]
    public void Another_key_opens_nothing()
    {
        using var stranger = new SrtpReceiver(SrtpMasterKey.Create());
        Assert.True(stranger.TryOpen(Protect(1)) < 0);
    }

    [Fact]
    public void A_stream_of_before_cannot_be_sent_again_and_the_number_of_streams_is_bounded()
    {
        var first = Protect(1, ssrc: 100);
        Assert.True(_receiver.TryOpen([.. first]) > 0);
        for (var ssrc = 101u; ssrc < 100 + SrtpReceiver.MostStreams; ssrc++)
        {
            Assert.True(_receiver.TryOpen(Protect(1, ssrc)) > 0);
        }

        Assert.True(_receiver.TryOpen(first) < 0);
        Assert.True(_receiver.TryOpen(Protect(1, ssrc: 999)) < 0);
        Assert.True(_receiver.TryOpen(Protect(2, ssrc: 100)) > 0);
    }

    [Fact]
    public void A_report_opens_once_and_each_has_an_index_of_its_own()
    {
        byte[] plain = [.. Convert.FromHexString("80C900010000000781CA0002000000070101610000000000")];
        var (first, second) = (ProtectReport(plain), ProtectReport(plain));
        Assert.NotEqual(Convert.ToHexString(first), Convert.ToHexString(second));
        byte[] opened = [.. first];
        Assert.Equal(plain.Length, _receiver.TryOpenReport(opened));
        Assert.Equal(plain, opened[..plain.Length]);
        Assert.True(_receiver.TryOpenReport([.. first]) < 0);
        Assert.True(_receiver.TryOpenReport(second) > 0);
    }

    [Fact]
    public void A_packet_allocates_nothing()
    {
        var packet = new byte[RtpPacket.HeaderBytes + 160 + SrtpSender.MostExtraBytes];
        var measured = 0L;
        for (var index = 1u; index <= 2_000; index++)
        {
            // The first half warms both up.
            var before = GC.GetAllocatedBytesForCurrentThread();
            new RtpHeader(8, false, (ushort)index, index * 160, 7).Write(packet);
            var isOpen = _receiver.TryOpen(packet.AsSpan(0, _sender.Protect(packet, RtpPacket.HeaderBytes + 160, index))) > 0;
            measured += index > 1_000 ? GC.GetAllocatedBytesForCurrentThread() - before : 0;
            Assert.True(isOpen);
        }

        Assert.Equal(0, measured);
    }

    [Fact]
    public void No_bytes_throw_and_none_but_the_packet_open()
    {
        var time = new FuzzTime(usualSeconds: 1);
        var mutator = new Mutator(new Random(time.Seed));
        var packet = Protect(1);
        while (!time.IsOver)
        {
            var input = mutator.Change(packet, [packet]);
            if (input.Length <= 2_048 && !input.AsSpan().SequenceEqual(packet))
            {
                Assert.True(_receiver.TryOpen([.. input]) < 0 && _receiver.TryOpenReport(input) < 0, $"Seed {time.Seed}");
            }
        }
    }

    private byte[] Protect(uint index, uint ssrc = 7)
    {
        var packet = new byte[RtpPacket.HeaderBytes + 20 + SrtpSender.MostExtraBytes];
        new RtpHeader(8, false, (ushort)index, index * 160, ssrc).Write(packet);
        return packet[.._sender.Protect(packet, RtpPacket.HeaderBytes + 20, index)];
    }

    private byte[] ProtectReport(byte[] plain)
    {
        byte[] bytes = [.. plain, .. new byte[SrtpSender.MostExtraBytes]];
        return bytes[.._sender.ProtectReport(bytes, plain.Length)];
    }
}
