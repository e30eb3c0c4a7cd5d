using System.Net;
using CallCenter.Media.Codecs;
using CallCenter.Media.Engine;
using CallCenter.Media.Rtp;
using CallCenter.Tests.Shared;

namespace CallCenter.Media.Tests.Engine;

public sealed class RelayTests : TwoPhones
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void What_one_says_the_other_hears_under_our_source(string address)
    {
        using var alice = new Phone(IPAddress.Parse(address));
        using var bob = new Phone(IPAddress.Parse(address));
        var a = Studio.Open(LegTerms.Of(alice.EndPoint, PayloadFormat.Pcma), IPAddress.Parse(address));
        var b = Studio.Open(LegTerms.Of(bob.EndPoint, PayloadFormat.Pcma), IPAddress.Parse(address));
        Studio.Engine.Bridge(a, b);

        alice.Say(a.LocalEndPoint, 0x11);
        var first = bob.Hear();
        Assert.Equal((8, b.Ssrc), (first.PayloadType, first.Ssrc));
        Assert.Equal(Phone.Frame(0x11), first.Payload);
        Assert.True(first.HasMarker);

        alice.Say(a.LocalEndPoint, 0x22);
        var second = bob.Hear();
        Assert.Equal(((ushort)(first.Sequence + 1), first.Timestamp + 160), (second.Sequence, second.Timestamp));

        bob.Say(b.LocalEndPoint, 0x33);
        var answer = alice.Hear();
        Assert.Equal(a.Ssrc, answer.Ssrc);
        Assert.Equal(Phone.Frame(0x33), answer.Payload);
        Assert.NotEqual(a.Ssrc, b.Ssrc);
    }

    [Fact]
    public void Payload_types_are_those_of_each_side()
    {
        var opus = new PayloadFormat(111, "opus", 48_000, 2);
        var (a, b) = Bridge(LegTerms.Of(Alice.EndPoint, opus), LegTerms.Of(Bob.EndPoint, opus with { PayloadType = 96 }));
        Alice.PayloadType = 111;
        Alice.Say(a.LocalEndPoint, [1, 2, 3]);
        var heard = Bob.Hear();
        Assert.Equal((96, b.Ssrc), (heard.PayloadType, heard.Ssrc));
        Assert.Equal([1, 2, 3], heard.Payload);
    }

    [Fact]
    public void A_law_and_mu_law_understand_each_other()
    {
        var (a, b) = Bridge(LegTerms.Of(Alice.EndPoint, PayloadFormat.Pcma), LegTerms.Of(Bob.EndPoint, PayloadFormat.Pcmu));
        Alice.Say(a.LocalEndPoint, G711.EncodeA(12_000));
        var atBob = Bob.Hear();
        Assert.Equal(0, atBob.PayloadType);
        Assert.InRange(G711.DecodeMu(atBob.Payload[159]), 11_500, 12_500);

        Bob.PayloadType = 0;
        Bob.Say(b.LocalEndPoint, G711.EncodeMu(-3_000));
        var atAlice = Alice.Hear();
        Assert.Equal(8, atAlice.PayloadType);
        Assert.InRange(G711.DecodeA(atAlice.Payload[0]), -3_150, -2_850);
    }

    [Fact]
    public void What_was_lost_on_the_way_to_us_is_seen_as_lost_and_what_comes_late_is_passed_on()
    {
        var (a, _) = Bridge();
        var sequences = new ushort[] { 65_534, 65_535, 2, 1, 3 };
        foreach (var sequence in sequences)
        {
            Alice.Send(a.LocalEndPoint, new RtpHeader(8, false, sequence, (uint)(sequence * 160), 7), Phone.Frame(1));
        }

        var heard = sequences.Select(_ => (int)Bob.Hear().Sequence).ToList();
        Assert.Equal([0, 1, 4, 3, 5], heard.Select(sequence => (ushort)(sequence - heard[0])).Select(one => (int)one));
    }

    [Fact]
    public void A_packet_that_comes_twice_is_passed_on_once()
    {
        var (a, _) = Bridge();
        Alice.Say(a.LocalEndPoint, 1);
        Alice.Sequence--;
        Alice.Say(a.LocalEndPoint, 1);
        Alice.Say(a.LocalEndPoint, 2);
        Assert.Equal([1, 2], [Bob.Hear().Payload[0], Bob.Hear().Payload[0]]);
    }

    [Fact]
    public void Extension_sources_and_padding_end_with_us()
    {
        var (a, _) = Bridge();
        Alice.SendRaw(a.LocalEndPoint, Convert.FromHexString(
            "B208" + "0001" + "00000001" + "00000007" + "00000001" + "00000002" + "BEDE" + "0001" + "AABBCCDD" + "112233" + "000003"));
        var heard = Bob.HearRaw();
        Assert.Equal("80", Convert.ToHexString(heard.AsSpan(0, 1)));
        Assert.Equal("112233", Convert.ToHexString(heard.AsSpan(12)));
    }

    /// <summary>A phone hears one stream whoever is behind it: same source, no gap in its numbers, time that goes on.</summary>
    [Fact]
    public void A_bridge_changes_its_other_side_without_a_gap()
    {
        using var carol = new Phone { Ssrc = 0x3000, Sequence = 60_000, Timestamp = 900_000 };
        var (a, b) = Bridge();
        var c = Studio.Open(carol);

        Alice.Say(a.LocalEndPoint, 1);
        Alice.Say(a.LocalEndPoint, 2);
        Bob.Hear();
        var last = Bob.Hear();

        Studio.Engine.Bridge(b, c);
        carol.Say(c.LocalEndPoint, 3);
        var next = Bob.Hear();
        Assert.Equal((last.Ssrc, (ushort)(last.Sequence + 1), (byte)3), (next.Ssrc, next.Sequence, next.Payload[0]));
        Assert.True(next.HasMarker);
        Assert.InRange(next.Timestamp - last.Timestamp, 1u, 8_000u * 60);

        // Whoever was connected before is heard no more.
        Alice.Say(a.LocalEndPoint, 4);
        carol.Say(c.LocalEndPoint, 5);
        Assert.Equal(5, Bob.Hear().Payload[0]);
    }

    [Fact]
    public void A_phone_that_begins_another_stream_is_heard_as_the_same()
    {
        var (a, _) = Bridge();
        Alice.Say(a.LocalEndPoint, 1);
        var before = Bob.Hear();
        (Alice.Ssrc, Alice.Sequence, Alice.Timestamp) = (0x9999, 7, 77);
        Alice.Say(a.LocalEndPoint, 2);
        var after = Bob.Hear();
        Assert.Equal((before.Ssrc, (ushort)(before.Sequence + 1)), (after.Ssrc, after.Sequence));
    }

    [Fact]
    public void What_the_other_side_does_not_understand_leaves_no_gap()
    {
        var (a, _) = Bridge();
        Alice.Say(a.LocalEndPoint, 1);
        Alice.PayloadType = PayloadFormat.ComfortNoise.PayloadType;
        Alice.Say(a.LocalEndPoint, [40]);
        Alice.Say(a.LocalEndPoint, [40]);
        Alice.PayloadType = 8;
        Alice.Say(a.LocalEndPoint, 2);
        var (first, second) = (Bob.Hear(), Bob.Hear());
        Assert.Equal((first.Timestamp + 480, (ushort)(first.Sequence + 1)), (second.Timestamp, second.Sequence));
    }

    [Fact]
    public async Task On_hold_nothing_is_sent_and_nothing_heard()
    {
        var (a, b) = Bridge();
        Alice.Say(a.LocalEndPoint, 1);
        var before = Bob.Hear();

        var held = b.Terms with { Direction = MediaDirection.None };
        Studio.Engine.Renegotiate(b, held);
        Alice.Say(a.LocalEndPoint, 2);
        Bob.Say(b.LocalEndPoint, 3);
        await Studio.Settle();
        Studio.Engine.Renegotiate(b, held with { Direction = MediaDirection.Both });
        Alice.Say(a.LocalEndPoint, 4);
        Bob.Say(b.LocalEndPoint, 5);

        var after = Bob.Hear();
        Assert.Equal((4, (ushort)(before.Sequence + 1)), (after.Payload[0], after.Sequence));
        Assert.Equal(5, Alice.Hear().Payload[0]);
    }

    [Fact]
    public async Task Ten_thousand_packets_allocate_nothing()
    {
        var (a, b) = Bridge();
        var allocated = new List<long>();
        Studio.OnKey = () => allocated.Add(GC.GetAllocatedBytesForCurrentThread());

        // Keys are told on the media thread: two of them frame what is measured, one before warms both ways up.
        foreach (var round in Enumerable.Range(1, 3))
        {
            for (var n = 0; n < 5_000; n++)
            {
                Alice.Say(a.LocalEndPoint, 1);
                Bob.Say(b.LocalEndPoint, 1);
                Alice.Hear();
                Bob.Hear();
            }

            Alice.Send(a.LocalEndPoint, new RtpHeader(101, true, Alice.Sequence++, Alice.Timestamp, Alice.Ssrc), [5, 0x8A, 3, 32]);
            await Eventually.Holds(() => allocated.Count == round);
            Bob.Hear();
        }

        // What telling the key itself allocates.
        Assert.InRange(allocated[2] - allocated[1], 0, 1_000);
    }

    private (MediaLeg A, MediaLeg B) Bridge() =>
        Bridge(
            LegTerms.Of(Alice.EndPoint, PayloadFormat.Pcma, PayloadFormat.TelephoneEvent),
            LegTerms.Of(Bob.EndPoint, PayloadFormat.Pcma, PayloadFormat.TelephoneEvent));

    private (MediaLeg A, MediaLeg B) Bridge(LegTerms alice, LegTerms bob)
    {
        var (a, b) = (Studio.Open(alice), Studio.Open(bob));
        Studio.Engine.Bridge(a, b);
        return (a, b);
    }
}
