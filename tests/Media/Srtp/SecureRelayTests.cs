using CallCenter.Media.Engine;
using CallCenter.Media.Srtp;
using CallCenter.Media.Tests.Engine;

namespace CallCenter.Media.Tests.Srtp;

/// <summary>A phone with SRTP talks with one without.</summary>
public sealed class SecureRelayTests : IDisposable
{
    private readonly Studio _studio = new();
    private readonly Phone _plain = new();
    private readonly SrtpTerms _keys = new(SrtpMasterKey.Create(), SrtpMasterKey.Create());
    private readonly Phone _secure;

    public SecureRelayTests() => _secure = new Phone
    {
        Ssrc = 0x2000,
        Sender = new SrtpSender(_keys.Theirs),
        Receiver = new SrtpReceiver(_keys.Ours),
    };

    public void Dispose()
    {
        _studio.Dispose();
        _plain.Dispose();
        _secure.Dispose();
    }

    [Fact]
    public void What_one_says_in_clear_the_other_hears_encrypted_and_the_other_way_round()
    {
        var (a, b) = Bridge();
        _plain.Say(a.LocalEndPoint, 11);
        Assert.Equal(11, _secure.Hear().Payload[0]);

        SaySecure(b, 1, 22);
        Assert.Equal(22, _plain.Hear().Payload[0]);
    }

    [Fact]
    public void On_a_secure_leg_nothing_in_clear_is_heard()
    {
        var (_, b) = Bridge();
        var sender = _secure.Sender;
        _secure.Sender = null;
        _secure.Say(b.LocalEndPoint, 33);
        _secure.Sender = sender;
        SaySecure(b, 1, 44);
        Assert.Equal(44, _plain.Hear().Payload[0]);
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
        _secure.Sender!.Dispose();
        _secure.Sender = null;
        SaySecure(b, 4, 5);
        Assert.Equal(5, _plain.Hear().Payload[0]);
    }

    [Fact]
    public void Where_the_phone_changes_its_key_ours_goes_on()
    {
        var (a, b) = Bridge();
        var theirs = SrtpMasterKey.Create();
        _plain.Say(a.LocalEndPoint, 11);
        Assert.Equal(11, _secure.Hear().Payload[0]);
        _studio.Engine.Renegotiate(b, b.Terms with { Srtp = _keys with { Theirs = theirs } });
        _plain.Say(a.LocalEndPoint, 12);
        Assert.Equal(12, _secure.Hear().Payload[0]);
        _secure.Sender!.Dispose();
        _secure.Sender = new SrtpSender(theirs);
        SaySecure(b, 7, 33);
        Assert.Equal(33, _plain.Hear().Payload[0]);
    }

    private (MediaLeg Plain, MediaLeg Secure) Bridge()
    {
        var (a, b) = (_studio.Open(_plain), _studio.Open(LegTerms.Of(_secure.EndPoint, PayloadFormat.Pcma) with { Srtp = _keys }));
        _studio.Engine.Bridge(a, b);
        return (a, b);
    }

    private void SaySecure(MediaLeg leg, ushort number, byte filled)
    {
        _secure.Sequence = number;
        _secure.Say(leg.LocalEndPoint, filled);
    }
}
