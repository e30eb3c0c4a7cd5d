using System.Text;
using CallCenter.Sip.Sdp;

namespace CallCenter.Sip.Tests.Sdp;

/// <summary>RFC 3264, for the one audio stream that we take.</summary>
public sealed class OfferAnswerTests
{
    private static readonly LocalAudio Local = new(7, 1, "192.0.2.1", 20_000, [AudioFormat.Pcma, AudioFormat.Pcmu, AudioFormat.Keys]);

    [Fact]
    public void Answer_has_what_both_have_under_the_offers_numbers_in_its_order()
    {
        var (sdp, terms) = Answer("""
            m=audio 4000 RTP/AVP 96 0 8 97
            a=rtpmap:96 opus/48000/2
            a=rtpmap:97 telephone-event/8000
            a=fmtp:97 0-11
            """);

        Assert.Equal(
            """
            v=0
            o=- 7 1 IN IP4 192.0.2.1
            s=-
            c=IN IP4 192.0.2.1
            t=0 0
            m=audio 20000 RTP/AVP 0 8 97
            a=rtpmap:0 PCMU/8000
            a=rtpmap:8 PCMA/8000
            a=rtpmap:97 telephone-event/8000
            a=fmtp:97 0-16
            a=ptime:20
            a=sendrecv

            """,
            sdp);
        Assert.Equal(("203.0.113.9", 4000, 4001, false), (terms.Address, terms.Port, terms.RtcpPort, terms.HasRtcpMux));
        Assert.Equal([(0, null), (8, null), (97, "0-11")], terms.Sends.Select(format => (format.PayloadType, format.Parameters)));
        Assert.Equal([(0, null), (8, null), (97, "0-16")], terms.Receives.Select(format => (format.PayloadType, format.Parameters)));
    }

    [Fact]
    public void Every_line_of_the_offer_is_answered_in_its_place()
    {
        var (sdp, terms) = Answer("""
            m=video 5000 RTP/AVP 31 34
            m=audio 0 RTP/AVP 8
            m=audio 4002 RTP/SAVP 8
            m=audio 4004 RTP/AVP 8
            m=audio 4006 RTP/AVP 0
            m=application 9 UDP/DTLS/SCTP webrtc-datachannel
            """);

        Assert.Equal(
            [
                "m=video 0 RTP/AVP 31 34", "m=audio 0 RTP/AVP 8", "m=audio 0 RTP/SAVP 8", "m=audio 20000 RTP/AVP 8",
                "m=audio 0 RTP/AVP 0",
                "m=application 0 UDP/DTLS/SCTP webrtc-datachannel",
            ],
            sdp.Split('\n').Where(line => line.StartsWith("m=", StringComparison.Ordinal)));
        Assert.Equal(4004, terms.Port);
    }

    [Theory]
    [InlineData("m=video 5000 RTP/AVP 31")]
    [InlineData("m=audio 4000 RTP/AVP 18")]
    [InlineData("m=audio 4000 RTP/AVP 101\na=rtpmap:101 telephone-event/8000")]
    [InlineData("m=audio 4000 RTP/SAVP 8")]
    [InlineData("m=audio 0 RTP/AVP 8")]
    [InlineData("m=audio 4000 RTP/AVP 8\nc=IN IP4 nowhere.example.com")]
    [InlineData("m=audio 4000 RTP/AVP 96\na=rtpmap:96 PCMA/16000")]
    [InlineData("m=audio 4000 RTP/AVP 8\nc=IN IP4 1")]
    [InlineData("")]
    public void What_cannot_be_talked_on_is_refused(string media) => Assert.Null(OfferAnswer.Answer(Parse(media), Local));

    [Theory]
    [InlineData(SdpDirection.SendRecv, "sendrecv", SdpDirection.SendRecv)]
    [InlineData(SdpDirection.SendRecv, "sendonly", SdpDirection.RecvOnly)]
    [InlineData(SdpDirection.SendRecv, "recvonly", SdpDirection.SendOnly)]
    [InlineData(SdpDirection.SendRecv, "inactive", SdpDirection.Inactive)]
    [InlineData(SdpDirection.SendOnly, "sendrecv", SdpDirection.SendOnly)]
    [InlineData(SdpDirection.SendOnly, "sendonly", SdpDirection.Inactive)]
    [InlineData(SdpDirection.Inactive, "sendrecv", SdpDirection.Inactive)]
    public void Direction_faces_that_of_the_offer(SdpDirection wanted, string offered, SdpDirection agreed)
    {
        var answer = OfferAnswer.Answer(Parse($"m=audio 4000 RTP/AVP 8\na={offered}"), Local with { Direction = wanted })!.Value;

        Assert.Equal(agreed, answer.Terms.Direction);
        Assert.Contains($"a={agreed.Word()}\r\n", Encoding.ASCII.GetString(answer.Sdp), StringComparison.Ordinal);
    }

    [Fact]
    public void The_old_form_of_hold_gets_nothing_sent()
    {
        var answer = OfferAnswer.Answer(Parse("m=audio 4000 RTP/AVP 8\nc=IN IP4 0.0.0.0"), Local)!.Value;

        Assert.Equal(SdpDirection.RecvOnly, answer.Terms.Direction);
    }

    [Theory]
    [InlineData("a=rtcp-mux", true, 4000)]
    [InlineData("a=rtcp:4711", false, 4711)]
    [InlineData("a=rtcp:4711 IN IP4 203.0.113.9\na=rtcp-mux", true, 4000)]
    [InlineData("a=rtcp:0", false, 4001)]
    [InlineData("a=rtcp:70000", false, 4001)]
    public void Reports_go_where_the_peer_says(string attribute, bool mux, int port)
    {
        var (sdp, terms) = Answer($"m=audio 4000 RTP/AVP 8\n{attribute}");

        Assert.Equal((mux, port), (terms.HasRtcpMux, terms.RtcpPort));
        Assert.Equal(mux, sdp.Contains("a=rtcp-mux", StringComparison.Ordinal));
    }

    [Fact]
    public void Answer_to_our_offer_may_use_other_numbers_than_we()
    {
        var offer = Encoding.ASCII.GetString(OfferAnswer.Offer(Local));
        Assert.Contains("m=audio 20000 RTP/AVP 8 0 101\r\n", offer, StringComparison.Ordinal);

        var terms = OfferAnswer.Accept(Parse("m=audio 4000 RTP/AVP 0 96\na=rtpmap:96 telephone-event/8000\na=recvonly"), Local)!;

        Assert.Equal([0, 96], terms.Sends.Select(format => format.PayloadType));
        Assert.Equal([0, 101], terms.Receives.Select(format => format.PayloadType));
        Assert.Equal(SdpDirection.SendOnly, terms.Direction);
    }

    [Theory]
    [InlineData("m=audio 0 RTP/AVP 8")]
    [InlineData("m=audio 4000 RTP/AVP 18")]
    [InlineData("")]
    public void Answer_that_takes_nothing_is_none(string media) => Assert.Null(OfferAnswer.Accept(Parse(media), Local));

    [Fact]
    public void A_later_offer_of_ours_has_all_lines_of_the_dialog_and_its_answer_is_read_in_its_place()
    {
        var (_, _, standing) = OfferAnswer.Answer(
            Parse("m=video 5000 RTP/AVP 31\nm=audio 4000 RTP/AVP 8\nm=text 9 RTP/AVP 98"), Local)!.Value;
        var offer = Encoding.ASCII.GetString(OfferAnswer.Offer(standing with { Version = 2 }));

        Assert.Equal(
            ["m=video 0 RTP/AVP 31", "m=audio 20000 RTP/AVP 8", "m=text 0 RTP/AVP 98"],
            offer.Split("\r\n").Where(line => line.StartsWith("m=", StringComparison.Ordinal)));
        Assert.Equal(4008, OfferAnswer.Accept(Parse("m=video 0 RTP/AVP 31\nm=audio 4008 RTP/AVP 8\nm=text 0 RTP/AVP 98"), standing)!.Port);
        Assert.Null(OfferAnswer.Accept(Parse("m=audio 4008 RTP/AVP 8"), standing));
    }

    [Fact]
    public void A_line_of_words_that_stand_in_each_other_is_read_by_its_places()
    {
        Assert.True(SessionDescription.TryParse("v=0\nm=audio/1 4 io 8 0\n"u8, out var description));

        var line = Assert.Single(description.Media);
        Assert.Equal(("audio/1", 4, "io", "8 0"), (line.Kind, line.Port, line.Protocol, line.FormatList));
    }

    [Fact]
    public void The_highest_port_has_none_above_it() => Assert.Equal(65535, Answer("m=audio 65535 RTP/AVP 8").Terms.RtcpPort);

    [Fact]
    public void Addresses_of_version_6_are_described_as_such()
    {
        var offer = Encoding.ASCII.GetString(OfferAnswer.Offer(Local with { Address = "2001:db8::1" }));

        Assert.Contains("c=IN IP6 2001:db8::1\r\n", offer, StringComparison.Ordinal);
        Assert.NotNull(OfferAnswer.Answer(Parse("m=audio 4000 RTP/AVP 8\nc=IN IP6 2001:db8::9"), Local));
    }

    [Theory]
    [InlineData("no description")]
    [InlineData("v=0\nm=audio many RTP/AVP 8")]
    [InlineData("v=0\nm=audio 4000")]
    [InlineData("v=0\nm=audio 4000x RTP/AVP 8")]
    [InlineData("v=0\nm=audio 70000 RTP/AVP 8")]
    [InlineData("v=0\nm=audio 4000 RTP/AVP 8\ra=sendonly")]
    public void What_is_no_description_is_not_read(string text) =>
        Assert.False(SessionDescription.TryParse(Encoding.ASCII.GetBytes(text), out _));

    [Fact]
    public void Neither_many_lines_nor_many_formats_nor_noise_harm()
    {
        Assert.False(SessionDescription.TryParse(Bytes(string.Concat(Enumerable.Repeat("m=audio 4000 RTP/AVP 8\n", 17))), out _));
        var formats = string.Join(' ', Enumerable.Range(0, 200));
        var maps = string.Concat(Enumerable.Range(0, 200).Select(type => $"a=rtpmap:{type} X/8000\n"));
        Assert.True(SessionDescription.TryParse(Bytes($"m=audio 4000 RTP/AVP {formats}\n{maps}"), out var many));
        Assert.True(many.Media[0].Formats.Count <= 64);

        var random = new Random(1);
        var good = Bytes("m=audio 4000 RTP/AVP 8 101\na=rtpmap:101 telephone-event/8000\na=fmtp:101 0-16\na=rtcp:4001\na=ptime:20\n"
            + "m=audio 4002 RTP/SAVP 8\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz|2^31\n");
        var local = Local with { Crypto = new CryptoAttribute(1, CryptoSuite.Tag80, new byte[CryptoAttribute.KeyBytes]) };
        for (var i = 0; i < 20_000; i++)
        {
            var noisy = good.ToArray();
            for (var n = random.Next(1, 8); n > 0; n--) noisy[random.Next(noisy.Length)] = (byte)random.Next(256);
            if (SessionDescription.TryParse(noisy.AsSpan(0, random.Next(noisy.Length)), out var read)) OfferAnswer.Answer(read, local);
        }
    }

    private static (string Sdp, AudioTerms Terms) Answer(string media)
    {
        var (sdp, terms, _) = OfferAnswer.Answer(Parse(media), Local)!.Value;
        return (Encoding.ASCII.GetString(sdp).ReplaceLineEndings("\n"), terms);
    }

    private static byte[] Bytes(string media) =>
        Encoding.ASCII.GetBytes($"v=0\no=- 1 2 IN IP4 203.0.113.9\ns=-\nc=IN IP4 203.0.113.9\nt=0 0\n{media}\n");

    private static SessionDescription Parse(string media)
    {
        Assert.True(SessionDescription.TryParse(Bytes(media), out var description));
        return description;
    }
}
