using CallCenter.Media.Engine;
using CallCenter.Media.Rtp;
using CallCenter.Media.Srtp;
using CallCenter.Media.Tests.Engine;

namespace CallCenter.Media.Tests.Srtp;

/// <summary>A phone with SRTP talks with one without.</summary>
public sealed class SecureRelayTests : IDisposable
{
    private readonly Studio _studio = new();
    private readonly Phone _plain = new();
    private readonly Phone _secure = new() { Ssrc = 0x2000 };
    private readonly SrtpTerms _keys = new(SrtpMasterKey.Create(), SrtpMasterKey.Create());
    private readonly SrtpSender _sender;
    private readonly SrtpReceiver _receiver;

    public SecureRelayTests()
    {
        _sender = new SrtpSender(_keys.Theirs, rtcpIndex: 0);
        _receiver = new SrtpReceiver(_keys.Ours);
    }

    public void Dispose()
    {
        _studio.Dispose();
        _plain.Dispose();
        _secure.Dispose();
        _sender.Dispose();
        _receiver.Dispose();
    }

    [Fact]
    public void What_one_says_in_clear_the_other_hears_encrypted_and_the_other_way_round()
    {
        var (a, b) = Bridge();
        _plain.Say(a.LocalEndPoint, 11);
        Assert.Equal(11, HearSecure().Payload[0]);

        SaySecure(b, 1, 22);
        Assert.Equal(22, _plain.Hear().Payload[0]);
    }

    [Fact]
    public void On_a_secure_leg_nothing_in_clear_is_heard()
    {
        var (a, b) = Bridge();
        _secure.Say(b.LocalEndPoint, 33);
        SaySecure(b, 1, 44);
        Assert.Equal(44, _plain.Hear().Payload[0]);
        Assert.NotNull(a.ReadState());
    }

    [Fact]
    public async Task A_renegotiation_with_the_same_keys_goes_on_and_another_key_begins_anew()
    {
        var (_, b) = Bridge();
        SaySecure(b, 1, 1);
        _plain.Hear();
        _studio.Engine.Renegotiate(b, b.Terms with { SilenceLimit = TimeSpan.FromMinutes(1), Srtp = _keys with { } });
        SaySecure(b, 1, 66);
        SaySecure(b, 2, 2);
        Assert.Equal(2, _plain.Hear().Payload[0]);

        _studio.Engine.Renegotiate(b, b.Terms with { Srtp = _keys with { Theirs = SrtpMasterKey.Create() } });
        SaySecure(b, 3, 77);
        await _studio.Settle();
        _studio.Engine.Renegotiate(b, b.Terms with { Srtp = null });
        _secure.Sequence = 4;
        _secure.Say(b.LocalEndPoint, 5);
        Assert.Equal(5, _plain.Hear().Payload[0]);
    }

    private (MediaLeg Plain, MediaLeg Secure) Bridge()
    {
        var (a, b) = (_studio.Open(_plain), _studio.Open(LegTerms.Of(_secure.EndPoint, PayloadFormat.Pcma) with { Srtp = _keys }));
        _studio.Engine.Bridge(a, b);
        return (a, b);
    }

    private HeardPacket HearSecure()
    {
        var datagram = _secure.HearRaw();
        Assert.False(RtcpMux.IsRtcp(datagram));
        var length = _receiver.TryOpen(datagram);
        Assert.True(RtpPacket.TryParse(datagram.AsSpan(0, length), out var packet));
        return new HeardPacket(
            packet.PayloadType, packet.HasMarker, packet.SequenceNumber, packet.Timestamp, packet.Ssrc, packet.Payload.ToArray());
    }

    private void SaySecure(MediaLeg leg, uint index, byte filled)
    {
        var packet = new byte[RtpPacket.HeaderBytes + 160 + SrtpSender.MostExtraBytes];
        new RtpHeader(8, false, (ushort)index, index * 160, 0x2000).Write(packet);
        packet.AsSpan(RtpPacket.HeaderBytes, 160).Fill(filled);
        _secure.SendRaw(leg.LocalEndPoint, packet[.._sender.Protect(packet, RtpPacket.HeaderBytes + 160, index)]);
    }
}
