using CallCenter.Media.Engine;
using CallCenter.Tests.Shared;

namespace CallCenter.Media.Tests.Engine;

/// <summary>Symmetric RTP: who is heard on a leg and where it speaks to.</summary>
public sealed class SourceTests : TwoPhones
{
    private readonly Phone _stranger = new() { Ssrc = 0x6666 };

    public override void Dispose()
    {
        base.Dispose();
        _stranger.Dispose();
    }

    [Fact]
    public async Task A_phone_behind_a_router_is_answered_where_it_speaks_from()
    {
        using var nowhere = new Phone();
        var (a, b) = Bridge(nowhere);
        Bob.Say(b.LocalEndPoint, 1);
        Assert.Equal(1, nowhere.Hear().Payload[0]);

        Alice.Say(a.LocalEndPoint, 2);
        Assert.Equal(2, Bob.Hear().Payload[0]);
        await Eventually.Holds(() => Studio.Told.Contains($"began {a.Key}"));
        Assert.Equal(Alice.EndPoint, Studio.Sources[a.Key]);
        Bob.Say(b.LocalEndPoint, 3);
        Assert.Equal(3, Alice.Hear().Payload[0]);
    }

    [Fact]
    public void A_stranger_is_not_heard_once_the_phone_spoke()
    {
        var (a, b) = Bridge(Alice);
        Alice.Say(a.LocalEndPoint, 1);
        _stranger.Say(a.LocalEndPoint, 66);
        Alice.Say(a.LocalEndPoint, 2);
        Assert.Equal([1, 2], [Bob.Hear().Payload[0], Bob.Hear().Payload[0]]);

        Bob.Say(b.LocalEndPoint, 3);
        Assert.Equal(3, Alice.Hear().Payload[0]);
    }

    [Fact]
    public void The_negotiated_address_takes_its_stream_back_from_a_faster_stranger()
    {
        var (a, b) = Bridge(Alice);
        _stranger.Say(a.LocalEndPoint, 66);
        Bob.Hear();
        Alice.Say(a.LocalEndPoint, 1);
        Assert.Equal(1, Bob.Hear().Payload[0]);
        _stranger.Say(a.LocalEndPoint, 67);
        Bob.Say(b.LocalEndPoint, 2);
        Assert.Equal(2, Alice.Hear().Payload[0]);
        Alice.Say(a.LocalEndPoint, 3);
        Assert.Equal(3, Bob.Hear().Payload[0]);
    }

    [Fact]
    public async Task What_is_no_valid_packet_latches_nothing()
    {
        var (a, b) = Bridge(Alice);
        _stranger.SendRaw(a.LocalEndPoint, [0x80]);
        _stranger.PayloadType = 3;
        _stranger.Say(a.LocalEndPoint, 66);
        Bob.Say(b.LocalEndPoint, 1);
        Assert.Equal(1, Alice.Hear().Payload[0]);

        await Studio.Settle();
        Studio.Engine.Close(a);
        await Eventually.Holds(() => Studio.Qualities.ContainsKey(a.Key));
        Assert.Equal((2, 0), (Studio.Qualities[a.Key].Refused, Studio.Qualities[a.Key].Heard.Expected));
    }

    [Fact]
    public void Another_session_description_moves_the_stream()
    {
        using var elsewhere = new Phone();
        var (a, b) = Bridge(Alice);
        Alice.Say(a.LocalEndPoint, 1);
        Bob.Hear();
        Studio.Engine.Renegotiate(a, a.Terms with { Remote = elsewhere.EndPoint });
        Bob.Say(b.LocalEndPoint, 2);
        Assert.Equal(2, elsewhere.Hear().Payload[0]);
    }

    [Fact]
    public void The_same_session_description_again_leaves_the_stream_where_it_was_heard()
    {
        using var nowhere = new Phone();
        var (a, b) = Bridge(nowhere);
        Alice.Say(a.LocalEndPoint, 1);
        Bob.Hear();
        Studio.Engine.Renegotiate(a, a.Terms with { SilenceLimit = TimeSpan.FromMinutes(1) });
        Bob.Say(b.LocalEndPoint, 2);
        Assert.Equal(2, Alice.Hear().Payload[0]);
    }

    private (MediaLeg A, MediaLeg B) Bridge(Phone negotiated)
    {
        var (a, b) = (Studio.Open(negotiated), Studio.Open(Bob));
        Studio.Engine.Bridge(a, b);
        return (a, b);
    }
}
