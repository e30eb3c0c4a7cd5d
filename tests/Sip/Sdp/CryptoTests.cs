using System.Text;
using CallCenter.Sip.Sdp;

namespace CallCenter.Sip.Tests.Sdp;

/// <summary>Encrypted audio in offer and answer (RFC 4568, RFC 3264).</summary>
public sealed class CryptoTests
{
    // Of RFC 4568 §9.2.
    private const string Inline = "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz";
    private const string Other = "PS1uQCVeeCFCanVmcjkpPywjNWhcYD0mXXtxaVBR";
    private const string Suite80 = "AES_CM_128_HMAC_SHA1_80";
    private const string Suite32 = "AES_CM_128_HMAC_SHA1_32";

    private static readonly CryptoAttribute Key = new(1, CryptoSuite.Tag80, Enumerable.Range(0, 30).Select(n => (byte)n).ToArray());
    private static readonly string Ours = Convert.ToBase64String(Key.Key.Span);
    private static readonly LocalAudio Local =
        new(7, 1, "192.0.2.1", 20_000, [AudioFormat.Pcma, AudioFormat.Keys], Crypto: Key);

    [Theory]
    [InlineData($"1 {Suite80} inline:{Inline}", 1, CryptoSuite.Tag80)]
    [InlineData($"1 {Suite80} inline:{Inline}|2^20", 1, CryptoSuite.Tag80)]
    [InlineData($"999999999  aes_cm_128_hmac_sha1_32 inline:{Inline}|1048576", 999_999_999, CryptoSuite.Tag32)]
    public void A_line_is_read_and_written(string value, int tag, CryptoSuite suite)
    {
        var read = Assert.Single(Lines(value));

        Assert.Equal((tag, suite, Inline), (read.Tag, read.Suite, Convert.ToBase64String(read.Key.Span)));
        Assert.Equal($"{tag} {(suite == CryptoSuite.Tag80 ? Suite80 : Suite32)} inline:{Inline}", read.ToSdp());
        Assert.DoesNotContain(Inline, $"{read} {Parse($"m=audio 4000 RTP/SAVP 8\na=crypto:{value}")}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 F8_128_HMAC_SHA1_80 inline:" + Inline)]
    [InlineData($"1 {Suite80} inline:{Inline}|2^20|1:4")]
    [InlineData($"1 {Suite80} inline:{Inline}|1:4")]
    [InlineData($"1 {Suite80} inline:{Inline}|2^20|2^20")]
    [InlineData($"1 {Suite80} inline:{Inline} UNENCRYPTED_SRTP")]
    [InlineData($"1 {Suite80} inline:{Inline} WSH=64")]
    [InlineData($"1 {Suite80} inline:{Inline};inline:{Other}")]
    [InlineData($"1 {Suite80} inline:{Inline}|2^20;inline:{Other}|2^20")]
    [InlineData($"1 {Suite80} inline:WVNfX19z")]
    [InlineData($"1 {Suite80} inline:{Inline}AAAA")]
    [InlineData($"1 {Suite80} inline:****************************************")]
    [InlineData($"1 {Suite80} uri:{Inline}")]
    [InlineData($"1 {Suite80} {Inline}")]
    [InlineData($"x {Suite80} inline:{Inline}")]
    [InlineData($"-1 {Suite80} inline:{Inline}")]
    [InlineData($"1000000000 {Suite80} inline:{Inline}")]
    [InlineData($"1 {Suite80}")]
    [InlineData("1")]
    [InlineData("")]
    public void A_line_that_is_none_or_asks_for_something_else_is_passed_over(string value)
    {
        Assert.Empty(Lines(value));
        Assert.Null(OfferAnswer.Answer(Parse($"m=audio 4000 RTP/SAVP 8\na=crypto:{value}"), Local));
        var taken = OfferAnswer.Answer(Parse($"m=audio 4000 RTP/SAVP 8\na=crypto:{value}\na=crypto:2 {Suite80} inline:{Inline}"), Local);
        Assert.Equal(2, taken!.Value.Terms.Crypto!.Value.Theirs.Tag);
    }

    [Theory]
    [InlineData("RTP/SAVP")]
    [InlineData("RTP/SAVPF")]
    public void The_answer_has_one_line_with_a_key_of_ours_and_suite_and_tag_of_the_first_that_we_do(string protocol)
    {
        var (text, terms, _) = Answer($"""
            m=audio 4000 {protocol} 8
            a=crypto:3 AES_256_CM_HMAC_SHA1_80 inline:{Other}
            a=crypto:5 {Suite32} inline:{Inline}|2^31
            a=crypto:6 {Suite80} inline:{Other}
            """);

        Assert.Contains($"m=audio 20000 {protocol} 8\r\n", text, StringComparison.Ordinal);
        Assert.Equal($"a=crypto:5 {Suite32} inline:{Ours}", Assert.Single(text.Split("\r\n"), line => line.StartsWith("a=crypto")));
        var (ours, theirs) = terms.Crypto!.Value;
        Assert.Equal((CryptoSuite.Tag32, Ours), (ours.Suite, Convert.ToBase64String(ours.Key.Span)));
        Assert.Equal((CryptoSuite.Tag32, Inline), (theirs.Suite, Convert.ToBase64String(theirs.Key.Span)));
    }

    [Theory]
    [InlineData("m=audio 4000 RTP/AVP 8\nm=audio 4002 RTP/SAVP 8\na=crypto:1 {0}", 4002, "m=audio 0 RTP/AVP 8|m=audio 20000 RTP/SAVP 8")]
    [InlineData("m=audio 4002 RTP/SAVP 8\na=crypto:1 {0}\nm=audio 4000 RTP/AVP 8", 4002, "m=audio 20000 RTP/SAVP 8|m=audio 0 RTP/AVP 8")]
    [InlineData("m=audio 4002 RTP/SAVP 8\nm=audio 4000 RTP/AVP 8", 4000, "m=audio 0 RTP/SAVP 8|m=audio 20000 RTP/AVP 8")]
    [InlineData("m=audio 4002 RTP/SAVP 18\na=crypto:1 {0}\nm=audio 4000 RTP/AVP 8", 4000, "m=audio 0 RTP/SAVP 18|m=audio 20000 RTP/AVP 8")]
    [InlineData("m=audio 4000 RTP/AVP 8\na=crypto:1 {0}", 4000, "m=audio 20000 RTP/AVP 8")]
    [InlineData("m=audio 4000 UDP/TLS/RTP/SAVP 8\na=crypto:1 {0}\nm=audio 4002 RTP/AVP 8", 4002,
        "m=audio 0 UDP/TLS/RTP/SAVP 8|m=audio 20000 RTP/AVP 8")]
    public void Encrypted_audio_is_taken_before_audio_in_clear(string media, int port, string answered)
    {
        var (text, terms, standing) = Answer(media.Replace("{0}", $"{Suite80} inline:{Inline}", StringComparison.Ordinal));

        Assert.Equal(port, terms.Port);
        Assert.Equal(answered.Split('|'), text.Split("\r\n").Where(line => line.StartsWith("m=", StringComparison.Ordinal)));
        Assert.Equal(port == 4002 && answered.Contains("20000 RTP/SAVP", StringComparison.Ordinal), terms.Crypto is not null);
        Assert.Equal(terms.Crypto is not null, text.Contains("a=crypto", StringComparison.Ordinal));

        // Read back after a restart it is the same: what was agreed is in both descriptions.
        Assert.True(SessionDescription.TryParse(Encoding.ASCII.GetBytes(text), out var said));
        var back = OfferAnswer.Standing(said, Local with { Formats = [], Crypto = null })!;
        Assert.Equal((standing.Place, standing.Crypto?.ToSdp()), (back.Place, back.Crypto?.ToSdp()));
        var again = OfferAnswer.Accept(Parse(media.Replace("{0}", $"{Suite80} inline:{Inline}", StringComparison.Ordinal)), back)!;
        Assert.Equal((port, terms.Crypto?.Theirs.ToSdp()), (again.Port, again.Crypto?.Theirs.ToSdp()));
    }

    [Fact]
    public void Without_a_key_of_ours_encrypted_audio_cannot_be_taken() => Assert.Null(
        OfferAnswer.Answer(Parse($"m=audio 4000 RTP/SAVP 8\na=crypto:1 {Suite80} inline:{Inline}"), Local with { Crypto = null }));

    [Fact]
    public void Our_offer_is_encrypted_where_we_have_a_key_and_its_answer_names_the_line_it_takes()
    {
        var offer = Encoding.ASCII.GetString(OfferAnswer.Offer(Local));
        Assert.Contains("m=audio 20000 RTP/SAVP 8 101\r\n", offer, StringComparison.Ordinal);
        Assert.Contains($"a=crypto:1 {Suite80} inline:{Ours}\r\n", offer, StringComparison.Ordinal);

        var terms = OfferAnswer.Accept(Parse($"m=audio 4000 RTP/SAVP 8\na=crypto:1 {Suite80} inline:{Other}"), Local)!;
        Assert.Equal(Other, Convert.ToBase64String(terms.Crypto!.Value.Theirs.Key.Span));
    }

    [Theory]
    [InlineData("m=audio 4000 RTP/AVP 8")]
    [InlineData("m=audio 4000 RTP/SAVP 8")]
    [InlineData($"m=audio 4000 RTP/SAVP 8\na=crypto:2 {Suite80} inline:{Other}")]
    [InlineData($"m=audio 4000 RTP/SAVP 8\na=crypto:1 {Suite32} inline:{Other}")]
    public void An_answer_that_takes_none_of_our_lines_is_none(string media) => Assert.Null(OfferAnswer.Accept(Parse(media), Local));

    [Fact]
    public void An_encrypted_answer_to_an_offer_in_clear_is_none() => Assert.Null(OfferAnswer.Accept(
        Parse($"m=audio 4000 RTP/SAVP 8\na=crypto:1 {Suite80} inline:{Other}"), Local with { Crypto = null }));

    private static (string Sdp, AudioTerms Terms, LocalAudio Standing) Answer(string media)
    {
        var (sdp, terms, standing) = OfferAnswer.Answer(Parse(media), Local)!.Value;
        return (Encoding.ASCII.GetString(sdp), terms, standing);
    }

    private static IReadOnlyList<CryptoAttribute> Lines(string value) =>
        Parse($"m=audio 4000 RTP/SAVP 8\na=crypto:{value}").Media[0].Crypto;

    private static SessionDescription Parse(string media)
    {
        Assert.True(SessionDescription.TryParse(
            Encoding.ASCII.GetBytes($"v=0\no=- 1 2 IN IP4 203.0.113.9\ns=-\nc=IN IP4 203.0.113.9\nt=0 0\n{media}\n"), out var description));
        return description;
    }
}
