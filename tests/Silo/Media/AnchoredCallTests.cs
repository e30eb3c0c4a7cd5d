using System.Text;
using CallCenter.Abstractions.Calls;
using CallCenter.Media.Codecs;
using CallCenter.Silo.Media;
using CallCenter.Silo.Tests.Restarts;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Sdp;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Media;

/// <summary>Calls whose audio goes through us: each side agrees with us alone, and hears the other.</summary>
public sealed class AnchoredCallTests : IAsyncLifetime
{
    // What ITU-T G.711 table 4 makes of A-law's smallest value.
    private const byte MuLawOfSilence = 0xFE;

    private MortalSilo _mortal = null!;
    private AudioPhone _client = null!;
    private AudioPhone _employee = null!;

    public async ValueTask InitializeAsync()
    {
        _mortal = await MortalSilo.Start(media: MediaMode.Anchored);
        _client = new AudioPhone(_mortal.Client, 0x1000);
        _employee = new AudioPhone(_mortal.One, 0x2000);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        _employee.Dispose();
        return _mortal.DisposeAsync();
    }

    [Fact]
    public async Task Both_hear_each_other_and_neither_is_told_where_the_other_is()
    {
        var (call, ring) = await Talk();
        Assert.Equal(8, _client.SaysTo(_employee, 0x11).PayloadType);
        _employee.SaysTo(_client, 0x22);
        Assert.NotEqual(_employee.Audio.EndPoint, _client.Other);
        Assert.NotEqual(_client.Audio.EndPoint, _employee.Other);
        Assert.Equal(2, Host.Legs);
        await call.HangUp();
        await ring.HungUp();
        await Eventually.Holds(() => Host.Legs == 0);
        var record = Assert.Single(await _mortal.Records());
        Assert.Equal((CallOutcome.Answered, 1), (record.Outcome, record.Conversations.Count));
    }

    [Fact]
    public async Task A_law_becomes_mu_law_where_the_employees_phone_has_only_that()
    {
        var (call, ring) = await Rung();
        await _employee.Take(ring, Only(_employee, 0, "PCMU"));
        _client.Heed((await call.Answered()).Body);
        await call.Settled();
        _client.Audio.Say(_client.Other, G711.SilenceALaw);
        var heard = _employee.Audio.Hear();
        Assert.Equal((0, MuLawOfSilence), (heard.PayloadType, heard.Payload[0]));
        _mortal.Client.ExpectSilence();
    }

    [Fact]
    public async Task A_codec_that_only_both_phones_know_is_passed_on_as_it_is()
    {
        var (call, ring) = await Rung(Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(_client.Sdp())
            .Replace("RTP/AVP 8 0 101\r\n", "RTP/AVP 97 8 101\r\na=rtpmap:97 opus/48000/2\r\n", StringComparison.Ordinal)));
        Assert.Contains("a=rtpmap:97 opus/48000/2", Encoding.ASCII.GetString(ring.Invite!.Body), StringComparison.Ordinal);
        await _employee.Take(ring, Only(_employee, 111, "opus", "48000/2"));
        Assert.Equal("opus", _client.Heed((await call.Answered()).Body).Formats[0].Name);
        await call.Settled();
        _client.Audio.PayloadType = 97;
        Assert.Equal(111, _client.SaysTo(_employee, 0x33).PayloadType);
    }

    [Fact]
    public async Task A_phone_that_answers_with_nothing_we_can_talk_on_has_refused_the_offer()
    {
        var (_, ring) = await Rung();
        await _employee.Take(ring, Only(_employee, 3, "GSM"), expectAck: false);
        await _mortal.One.Expect(SipMethod.Ack);
        await ring.HungUp();
        await Eventually.Holds(() => _mortal.Silo.Events<LegEnded>().Count > 0);
        Assert.Equal(LegEnd.OfferRefused, _mortal.Silo.Events<LegEnded>()[0].End);
    }

    [Fact]
    public async Task Who_offers_nothing_gets_our_offer_and_answers_in_his_ack()
    {
        var call = TestCall.Make(_mortal.Client, SampleConfiguration.Number, withSdp: false);
        var ring = await TestCall.Ring(_mortal.One);
        await _mortal.Client.Expect(180);
        await _employee.Take(ring);
        _client.Heed((await call.Answered(answer: _client.Sdp())).Body);
        await call.Settled();
        _employee.SaysTo(_client, 0x44);
        _client.SaysTo(_employee, 0x55);
    }

    [Fact]
    public async Task Hold_is_answered_by_us_and_the_other_phone_is_asked_nothing()
    {
        var (call, ring) = await Talk();
        call.Request(SipMethod.Invite, _client.Sdp(SdpDirection.SendOnly, 2));
        var held = await _mortal.Client.Expect(200);
        Assert.Equal(SdpDirection.RecvOnly, _client.Heed(held.Body).Direction);
        call.AckRequest(held);
        await call.Settled();
        await _mortal.Happened<LegHeld>();
        call.Request(SipMethod.Invite, _client.Sdp(version: 3));
        var back = await _mortal.Client.Expect(200);
        Assert.Equal(SdpDirection.SendRecv, _client.Heed(back.Body).Direction);
        call.AckRequest(back);
        await _mortal.Happened<LegHeld>(2);
        _employee.SaysTo(_client, 0x66);
        _mortal.One.ExpectSilence();
        await ring.HangUp();
        await call.HungUp();
    }

    [Fact]
    public async Task A_phone_that_asks_for_an_offer_gets_one_and_moves_its_audio()
    {
        var (call, _) = await Talk();
        call.Request(SipMethod.Invite);
        var offered = await _mortal.Client.Expect(200);
        using var elsewhere = new AudioPhone(_mortal.Client, 0x3000);
        elsewhere.Heed(offered.Body);
        call.AckRequest(offered, elsewhere.Sdp(version: 2));
        await call.Settled();
        _employee.SaysTo(elsewhere, 0x77);
        elsewhere.SaysTo(_employee, 0x78);
    }

    [Fact]
    public async Task Encrypted_audio_that_we_do_not_understand_goes_from_phone_to_phone()
    {
        var sdp = Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(_client.Sdp()).Replace("RTP/AVP", "RTP/SAVP", StringComparison.Ordinal));
        _client.Call(SampleConfiguration.Number, sdp);
        var ring = await TestCall.Ring(_mortal.One);
        Assert.Equal(sdp, ring.Invite!.Body.ToArray());
        Assert.Equal(MediaMode.Direct, Assert.Single(_mortal.Silo.Events<CallArrived>()).Media);
    }

    [Fact]
    public async Task Killed_in_a_conversation_both_go_on_with_the_same_stream_from_the_same_ports()
    {
        var (call, ring) = await Talk();
        var before = _employee.SaysTo(_client, 0x11);
        _client.SaysTo(_employee, 0x12);
        _mortal.Client.HearsRepetitions = _mortal.One.HearsRepetitions = false;
        await _mortal.Restart();
        var after = _employee.SaysTo(_client, 0x13);
        _client.SaysTo(_employee, 0x14);
        Assert.Equal(before.Ssrc, after.Ssrc);
        Assert.InRange((ushort)(after.Sequence - before.Sequence), 1, 1_000);
        await call.HangUp();
        await ring.HungUp();
        await _mortal.Records();
    }

    [Fact]
    public async Task Killed_while_it_rings_the_phone_answers_the_offer_it_had()
    {
        var (call, ring) = await Rung();
        await _mortal.Happened<LegRang>();
        await _mortal.Restart();
        await _employee.Take(ring);
        _client.Heed((await call.Answered()).Body);
        await call.Settled();
        _client.SaysTo(_employee, 0x21);
        _employee.SaysTo(_client, 0x22);
    }

    private MediaHost Host => _mortal.Silo.Runtime.Edge.Media;

    private async Task<(TestCall Call, TestCall Ring)> Talk()
    {
        var (call, ring) = await Rung();
        await _employee.Take(ring);
        _client.Heed((await call.Answered()).Body);
        await call.Settled();
        return (call, ring);
    }

    private async Task<(TestCall Call, TestCall Ring)> Rung(byte[]? sdp = null)
    {
        var call = _client.Call(SampleConfiguration.Number, sdp);
        var ring = await TestCall.Ring(_mortal.One);
        await _mortal.Client.Expect(180);
        return (call, ring);
    }

    private static byte[] Only(AudioPhone phone, int number, string name, string rate = "8000") => Encoding.ASCII.GetBytes(
        $"v=0\r\no=- 7 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
        + $"m=audio {phone.Audio.EndPoint.Port} RTP/AVP {number}\r\na=rtpmap:{number} {name}/{rate}\r\n");
}
