using CallCenter.Media.Codecs;
using CallCenter.Media.Engine;
using CallCenter.Media.Playing;
using CallCenter.Media.Tests.Engine;
using CallCenter.Tests.Shared;

namespace CallCenter.Media.Tests.Playing;

public sealed class PlayingTests : TwoPhones
{
    [Fact]
    public async Task A_clip_is_heard_whole_in_frames_of_20_ms_and_its_end_is_told()
    {
        var leg = Studio.Open(Alice);
        byte[] codes = [.. Enumerable.Range(0, 400).Select(i => (byte)i)];
        Studio.Engine.Play(leg, new Playback(AudioClip.FromCodes(G711Law.A, codes)));

        var frames = Enumerable.Range(0, 3).Select(_ => Alice.Hear()).ToList();
        byte[] expected = [.. codes, .. Enumerable.Repeat(G711.SilenceALaw, 80)];
        Assert.Equal(expected, frames.SelectMany(frame => frame.Payload));
        Assert.Equal([160u, 160u], frames.Zip(frames.Skip(1), (one, next) => next.Timestamp - one.Timestamp));
        Assert.Equal([1, 1], frames.Zip(frames.Skip(1), (one, next) => (int)(ushort)(next.Sequence - one.Sequence)));
        Assert.Equal([true, false, false], frames.Select(frame => frame.HasMarker));
        await Eventually.Holds(() => Studio.Told.Contains($"played {leg.Key}"));
    }

    [Fact]
    public void Each_phone_hears_a_clip_in_its_own_law()
    {
        var mu = Studio.Open(LegTerms.Of(Alice.EndPoint, PayloadFormat.Pcmu, PayloadFormat.Pcma));
        Studio.Engine.Play(mu, new Playback(new AudioClip([1_000, 2_000, -3_000])));
        var heard = Alice.Hear();
        Assert.Equal(0, heard.PayloadType);
        Assert.Equal([G711.EncodeMu(1_000), G711.EncodeMu(2_000), G711.EncodeMu(-3_000), 0xFF], heard.Payload[..4]);
    }

    [Fact]
    public async Task A_loop_goes_on_from_its_beginning_until_it_is_stopped()
    {
        var leg = Studio.Open(Alice);
        byte[] codes = [.. Enumerable.Range(0, 100).Select(i => (byte)i)];
        Studio.Engine.Play(leg, new Playback(AudioClip.FromCodes(G711Law.A, codes), IsLooped: true, TimeSpan.FromMilliseconds(5)));
        var heard = Enumerable.Range(0, 3).SelectMany(_ => Alice.Hear().Payload).ToList();
        Assert.Equal(Enumerable.Range(0, 480).Select(i => codes[(i + 40) % 100]), heard);

        Studio.Engine.StopPlaying(leg);
        await Eventually.Holds(() => Studio.Told.Contains($"stopped playing {leg.Key}"));
    }

    [Fact]
    public async Task A_clip_takes_the_place_of_the_bridge_and_gives_it_back()
    {
        var (a, b) = (Studio.Open(Alice), Studio.Open(Bob));
        Studio.Engine.Bridge(a, b);
        Bob.Say(b.LocalEndPoint, 1);
        var before = Alice.Hear();

        Studio.Engine.Play(a, new Playback(AudioClip.FromCodes(G711Law.A, Phone.Frame(77)), IsLooped: true));
        var played = Alice.Hear();
        Assert.Equal((77, (ushort)(before.Sequence + 1), before.Ssrc), (played.Payload[0], played.Sequence, played.Ssrc));

        // Bob is not heard meanwhile, but hears.
        Bob.Say(b.LocalEndPoint, 2);
        Alice.Say(a.LocalEndPoint, 3);
        Assert.Equal(3, Bob.Hear().Payload[0]);
        await Studio.Settle();
        Studio.Engine.StopPlaying(a);
        await Eventually.Holds(() => Studio.Told.Contains($"stopped playing {a.Key}"));
        Bob.Say(b.LocalEndPoint, 4);
        HeardPacket heard;
        do
        {
            heard = Alice.Hear();
        }
        while (heard.Payload[0] == 77);

        Assert.Equal((4, true), (heard.Payload[0], heard.HasMarker));
    }

    [Fact]
    public async Task Another_clip_replaces_the_one_that_plays_and_keys_are_pressed_between()
    {
        var leg = Studio.Open(Alice);
        Studio.Engine.Play(leg, new Playback(AudioClip.FromCodes(G711Law.A, Phone.Frame(1)), IsLooped: true));
        Assert.Equal(1, Alice.Hear().Payload[0]);
        Studio.Engine.PressKeys(leg, "5");
        Studio.Engine.Play(leg, new Playback(AudioClip.FromCodes(G711Law.A, Phone.Frame(2)), IsLooped: true));
        await Eventually.Holds(() => Studio.Told.Contains($"stopped playing {leg.Key}"));

        var sequence = new List<int>();
        while (!sequence.Contains(2))
        {
            var heard = Alice.Hear();
            var what = heard.PayloadType == 101 ? 101 : heard.Payload[0];
            if (sequence.LastOrDefault() != what)
            {
                sequence.Add(what);
            }
        }

        Assert.Equal([101, 2], sequence.SkipWhile(what => what == 1));
        Assert.Contains($"keys sent {leg.Key}", Studio.Told);
    }

    [Fact]
    public void There_is_no_empty_clip() => Assert.Throws<ArgumentException>(() => new AudioClip([]));
}
