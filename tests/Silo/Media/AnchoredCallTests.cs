using System.Text;
using CallCenter.Abstractions.Calls;
using CallCenter.Media.Codecs;
using CallCenter.Silo.Tests.Restarts;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Sdp;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Media;

/// <summary>Calls whose audio goes through us: each side agrees with us alone, and hears the other.</summary>
public sealed class AnchoredCallTests : AudioCalls
{
    // What ITU-T G.711 table 4 makes of A-law's smallest value.
    private const byte MuLawOfSilence = 0xFE;

    private protected override Task<MortalSilo> Start() => MortalSilo.Start(media: MediaMode.Anchored);

    [Fact]
    public async Task Both_hear_each_other_and_neither_is_told_where_the_other_is()
    {
        var (call, ring) = await Talk();
        Assert.Equal(8, Client.SaysTo(Employee, 0x11).PayloadType);
        Employee.SaysTo(Client, 0x22);
        Assert.NotEqual(Employee.Audio.EndPoint, Client.Other);
        Assert.NotEqual(Client.Audio.EndPoint, Employee.Other);
        Assert.Equal(2, Host.Legs);
        await call.HangUp();
        await ring.HungUp();
        await Eventually.Holds(() => Host.Legs == 0);
        var record = Assert.Single(await Mortal.Records());
        Assert.Equal((CallOutcome.Answered, 1), (record.Outcome, record.Conversations.Count));
    }

    [Fact]
    public async Task A_law_becomes_mu_law_where_theEmployees_phone_has_only_that()
    {
        var (call, ring) = await Rung();
        await Employee.Take(ring, Only(Employee, 0, "PCMU"));
        await Answered(call);
        Client.Audio.Say(Client.Other, G711.SilenceALaw);
        var heard = Employee.Audio.Hear();
        Assert.Equal((0, MuLawOfSilence), (heard.PayloadType, heard.Payload[0]));
        Mortal.Client.ExpectSilence();
    }

    [Fact]
    public async Task A_codec_that_only_both_phones_know_is_passed_on_as_it_is()
    {
        var (call, ring) = await Rung(Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(Client.Sdp())
            .Replace("RTP/AVP 8 0 101\r\n", "RTP/AVP 97 8 101\r\na=rtpmap:97 opus/48000/2\r\n", StringComparison.Ordinal)));
        Assert.Contains("a=rtpmap:97 opus/48000/2", Encoding.ASCII.GetString(ring.Invite!.Body), StringComparison.Ordinal);
        await Employee.Take(ring, Only(Employee, 111, "opus", "48000/2"));
        Assert.Equal("opus", Client.Heed((await call.Answered()).Body).Formats[0].Name);
        await call.Settled();
        Client.Audio.PayloadType = 97;
        Assert.Equal(111, Client.SaysTo(Employee, 0x33).PayloadType);
    }

    [Fact]
    public async Task A_phone_that_answers_with_nothing_we_can_talk_on_has_refused_the_offer()
    {
        var (_, ring) = await Rung();
        await Employee.Take(ring, Only(Employee, 3, "GSM"), expectAck: false);
        await Mortal.One.Expect(SipMethod.Ack);
        await ring.HungUp();
        await Eventually.Holds(() => Mortal.Silo.Events<LegEnded>().Count > 0);
        Assert.Equal(LegEnd.OfferRefused, Mortal.Silo.Events<LegEnded>()[0].End);
    }

    [Fact]
    public async Task Who_offers_nothing_gets_our_offer_and_answers_in_his_ack()
    {
        var call = TestCall.Make(Mortal.Client, SampleConfiguration.Number, withSdp: false);
        var ring = await TestCall.Ring(Mortal.One);
        await Mortal.Client.Expect(180);
        await Employee.Take(ring);
        await Answered(call, Client.Sdp());
        Employee.SaysTo(Client, 0x44);
        Client.SaysTo(Employee, 0x55);
    }

    [Fact]
    public async Task Hold_is_answered_by_us_and_the_other_phone_is_asked_nothing()
    {
        var (call, ring) = await Talk();
        call.Request(SipMethod.Invite, Client.Sdp(SdpDirection.SendOnly, 2));
        var held = await Mortal.Client.Expect(200);
        Assert.Equal(SdpDirection.RecvOnly, Client.Heed(held.Body).Direction);
        call.AckRequest(held);
        await call.Settled();
        await Mortal.Happened<LegHeld>();
        call.Request(SipMethod.Invite, Client.Sdp(version: 3));
        var back = await Mortal.Client.Expect(200);
        Assert.Equal(SdpDirection.SendRecv, Client.Heed(back.Body).Direction);
        call.AckRequest(back);
        await Mortal.Happened<LegHeld>(2);
        Employee.SaysTo(Client, 0x66);
        Mortal.One.ExpectSilence();
        await ring.HangUp();
        await call.HungUp();
    }

    [Fact]
    public async Task A_phone_that_asks_for_an_offer_gets_one_and_moves_its_audio()
    {
        var (call, _) = await Talk();
        call.Request(SipMethod.Invite);
        var offered = await Mortal.Client.Expect(200);
        using var elsewhere = new AudioPhone(Mortal.Client, 0x3000);
        elsewhere.Heed(offered.Body);
        call.AckRequest(offered, elsewhere.Sdp(version: 2));
        await call.Settled();
        Employee.SaysTo(elsewhere, 0x77);
        elsewhere.SaysTo(Employee, 0x78);
    }

    [Fact]
    public async Task Encrypted_audio_that_we_do_not_understand_goes_from_phone_to_phone()
    {
        var sdp = Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(Client.Sdp()).Replace("RTP/AVP", "RTP/SAVP", StringComparison.Ordinal));
        Client.Call(SampleConfiguration.Number, sdp);
        var ring = await TestCall.Ring(Mortal.One);
        Assert.Equal(sdp, ring.Invite!.Body.ToArray());
        Assert.Equal(MediaMode.Direct, Assert.Single(Mortal.Silo.Events<CallArrived>()).Media);
    }

    [Fact]
    public async Task Killed_in_a_conversation_both_go_on_with_the_same_stream_from_the_same_ports()
    {
        var (call, ring) = await Talk();
        var before = Employee.SaysTo(Client, 0x11);
        Client.SaysTo(Employee, 0x12);
        Mortal.Client.HearsRepetitions = Mortal.One.HearsRepetitions = false;
        await Mortal.Restart();
        var after = Employee.SaysTo(Client, 0x13);
        Client.SaysTo(Employee, 0x14);
        Assert.Equal(before.Ssrc, after.Ssrc);
        Assert.InRange((ushort)(after.Sequence - before.Sequence), 1, 1_000);
        await call.HangUp();
        await ring.HungUp();
        await Mortal.Records();
    }

    [Fact]
    public async Task Killed_while_one_holds_the_other_still_hears_music_and_then_his_voice()
    {
        var (call, ring) = await Talk();
        await Hold(ring, isHeld: true, version: 2);
        Client.HearsSound();
        await Mortal.Restart();
        Client.HearsSound();
        await Hold(ring, isHeld: false, version: 3);
        Employee.SaysTo(Client, 0x31);
        Client.SaysTo(Employee, 0x32);
        await call.HangUp();
        await ring.HungUp();
        Assert.True(Assert.Single(await Mortal.Records()).HoldMs > 1_000);
    }

    [Fact]
    public async Task Killed_while_it_rings_the_phone_answers_the_offer_it_had()
    {
        var (call, ring) = await Rung();
        await Mortal.Happened<LegRang>();
        await Mortal.Restart();
        await Employee.Take(ring);
        await Answered(call);
        Client.SaysTo(Employee, 0x21);
        Employee.SaysTo(Client, 0x22);
    }

    private static byte[] Only(AudioPhone phone, int number, string name, string rate = "8000") => Encoding.ASCII.GetBytes(
        $"v=0\r\no=- 7 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
        + $"m=audio {phone.Audio.EndPoint.Port} RTP/AVP {number}\r\na=rtpmap:{number} {name}/{rate}\r\n");
}
