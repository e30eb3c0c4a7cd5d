using CallCenter.Media.Rtp;
using CallCenter.Media.Srtp;
using CallCenter.Tests.Shared.Fuzz;

namespace CallCenter.Media.Tests.Srtp;

public sealed class SrtpTests : IDisposable
{
    private static readonly SrtpMasterKey Key = SrtpMasterKey.Create();

    private readonly SrtpSender _sender = new(Key, rtcpIndex: 0);
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

        Assert.Equal((7u, 0x2_0000u), _receiver.Position);
    }

    [Fact]
    public void After_a_restart_the_roll_overs_have_to_be_known()
    {
        using var forgetful = new SrtpReceiver(Key);
        Assert.True(forgetful.TryOpen(Protect(0x5_0005)) < 0);
        using var resumed = new SrtpReceiver(Key);
        resumed.Resume(ssrc: 7, highest: 0x5_0001);
        Assert.True(resumed.TryOpen(Protect(0x5_0000)) < 0);
        Assert.True(resumed.TryOpen(Protect(0x5_0005)) > 0);
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
        Assert.Equal(2u, _sender.RtcpIndex);
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

    [Fact]
    public void A_crypto_line_is_read_and_written()
    {
        // The example of RFC 4568 §9.2, with a lifetime and without.
        const string Inline = "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz";
        Assert.True(CryptoAttribute.TryParse($"1 AES_CM_128_HMAC_SHA1_80 inline:{Inline}|2^20", out var read));
        Assert.Equal((1, Inline), (read.Tag, read.Key.ToBase64()));
        Assert.Equal($"1 AES_CM_128_HMAC_SHA1_80 inline:{Inline}", read.ToSdp());
        Assert.True(CryptoAttribute.TryParse(read.ToSdp(), out var again));
        Assert.Equal(read, again);
        Assert.DoesNotContain(Inline, read.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 AES_CM_128_HMAC_SHA1_32 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz")]
    [InlineData("1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz|2^20|1:4")]
    [InlineData("1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz|1:4")]
    [InlineData("1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz UNENCRYPTED_SRTP")]
    [InlineData("1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz;inline:WVNfX19zZW1jdGwgKCkgewk")]
    [InlineData("1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19z")]
    [InlineData("1 AES_CM_128_HMAC_SHA1_80 inline:****")]
    [InlineData("x AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz")]
    [InlineData("1 AES_CM_128_HMAC_SHA1_80")]
    [InlineData("")]
    public void A_crypto_line_that_asks_for_something_else_is_refused(string value) => Assert.False(CryptoAttribute.TryParse(value, out _));

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
