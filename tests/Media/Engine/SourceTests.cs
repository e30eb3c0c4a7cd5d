using CallCenter.Media.Engine;
using CallCenter.Tests.Shared;

namespace CallCenter.Media.Tests.Engine;

/// <summary>Symmetric RTP: who is heard on a leg and where it speaks to.</summary>
public sealed class SourceTests : IDisposable
{
    private readonly Studio _studio = new();
    private readonly Phone _alice = new();
    private readonly Phone _bob = new() { Ssrc = 0x2000 };
    private readonly Phone _stranger = new() { Ssrc = 0x6666 };

    public void Dispose()
    {
        _studio.Dispose();
        _alice.Dispose();
        _bob.Dispose();
        _stranger.Dispose();
    }

    [Fact]
    public async Task A_phone_behind_a_router_is_answered_where_it_speaks_from()
    {
        using var nowhere = new Phone();
        var (a, b) = Bridge(nowhere);
        _bob.Say(b.LocalEndPoint, 1);
        Assert.Equal(1, nowhere.Hear().Payload[0]);

        _alice.Say(a.LocalEndPoint, 2);
        Assert.Equal(2, _bob.Hear().Payload[0]);
        await Eventually.Holds(() => _studio.Told.Contains($"began {a.Key}"));
        Assert.Equal(_alice.EndPoint, _studio.Sources[a.Key]);
        _bob.Say(b.LocalEndPoint, 3);
        Assert.Equal(3, _alice.Hear().Payload[0]);
    }

    [Fact]
    public void A_stranger_is_not_heard_once_the_phone_spoke()
    {
        var (a, b) = Bridge(_alice);
        _alice.Say(a.LocalEndPoint, 1);
        _stranger.Say(a.LocalEndPoint, 66);
        _alice.Say(a.LocalEndPoint, 2);
        Assert.Equal([1, 2], [_bob.Hear().Payload[0], _bob.Hear().Payload[0]]);

        _bob.Say(b.LocalEndPoint, 3);
        Assert.Equal(3, _alice.Hear().Payload[0]);
    }

    [Fact]
    public void The_negotiated_address_takes_its_stream_back_from_a_faster_stranger()
    {
        var (a, b) = Bridge(_alice);
        _stranger.Say(a.LocalEndPoint, 66);
        _bob.Hear();
        _alice.Say(a.LocalEndPoint, 1);
        Assert.Equal(1, _bob.Hear().Payload[0]);
        _stranger.Say(a.LocalEndPoint, 67);
        _bob.Say(b.LocalEndPoint, 2);
        Assert.Equal(2, _alice.Hear().Payload[0]);
        _alice.Say(a.LocalEndPoint, 3);
        Assert.Equal(3, _bob.Hear().Payload[0]);
    }

    [Fact]
    public async Task What_is_no_valid_packet_latches_nothing()
    {
        var (a, b) = Bridge(_alice);
        _stranger.SendRaw(a.LocalEndPoint, [0x80]);
        _stranger.PayloadType = 3;
        _stranger.Say(a.LocalEndPoint, 66);
        _bob.Say(b.LocalEndPoint, 1);
        Assert.Equal(1, _alice.Hear().Payload[0]);

        await _studio.Settle();
        _studio.Engine.Close(a);
        await Eventually.Holds(() => _studio.Qualities.ContainsKey(a.Key));
        Assert.Equal((2, 0), (_studio.Qualities[a.Key].Refused, _studio.Qualities[a.Key].Heard.Expected));
    }

    [Fact]
    public void Another_session_description_moves_the_stream()
    {
        using var elsewhere = new Phone();
        var (a, b) = Bridge(_alice);
        _alice.Say(a.LocalEndPoint, 1);
        _bob.Hear();
        _studio.Engine.Renegotiate(a, a.Terms with { Remote = elsewhere.EndPoint });
        _bob.Say(b.LocalEndPoint, 2);
        Assert.Equal(2, elsewhere.Hear().Payload[0]);
    }

    [Fact]
    public void The_same_session_description_again_leaves_the_stream_where_it_was_heard()
    {
        using var nowhere = new Phone();
        var (a, b) = Bridge(nowhere);
        _alice.Say(a.LocalEndPoint, 1);
        _bob.Hear();
        _studio.Engine.Renegotiate(a, a.Terms with { SilenceLimit = TimeSpan.FromMinutes(1) });
        _bob.Say(b.LocalEndPoint, 2);
        Assert.Equal(2, _alice.Hear().Payload[0]);
    }

    private (MediaLeg A, MediaLeg B) Bridge(Phone negotiated)
    {
        var (a, b) = (_studio.Open(negotiated), _studio.Open(_bob));
        _studio.Engine.Bridge(a, b);
        return (a, b);
    }
}
