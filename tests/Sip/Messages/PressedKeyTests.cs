using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Tests.Messages;

/// <summary>Keys in INFO, as phones write them.</summary>
public sealed class PressedKeyTests
{
    [Theory]
    [InlineData("application/dtmf-relay", "Signal=5\nDuration=160\n", '5')]
    [InlineData("application/dtmf-relay", "Signal=5", '5')]
    [InlineData("application/DTMF-Relay; charset=us-ascii", "Duration = 160\nsignal = # \n", '#')]
    [InlineData("application/dtmf-relay", "Signal=*\n", '*')]
    [InlineData("application/dtmf-relay", "Signal=11\n", '#')]
    [InlineData("application/dtmf-relay", "Signal=d\n", 'D')]
    [InlineData("application/dtmf", "0", '0')]
    [InlineData("application/dtmf", " 9\n", '9')]
    [InlineData("application/dtmf", "10", '*')]
    public void A_key_is_read(string type, string body, char key) => Assert.Equal((key, null), PressedKey.Of(Info(type, body)));

    [Theory]
    [InlineData("application/dtmf-relay", "Duration=160\n")]
    [InlineData("application/dtmf-relay", "5")]
    [InlineData("application/dtmf-relay", "Signal=\n")]
    [InlineData("application/dtmf-relay", "Signal=E\n")]
    [InlineData("application/dtmf-relay", "Signal=16\n")]
    [InlineData("application/dtmf", "Signal=5")]
    [InlineData("application/dtmf", "55")]
    [InlineData("application/dtmf", "\u0001")]
    [InlineData("application/dtmf", "  ")]
    public void A_body_that_says_no_key_gets_400(string type, string body)
    {
        var (key, refusal) = PressedKey.Of(Info(type, body));

        Assert.Null(key);
        Assert.Equal(400, refusal!.StatusCode);
    }

    [Fact]
    public void Another_body_gets_415_with_what_is_understood()
    {
        var (key, refusal) = PressedKey.Of(Info("application/media_control+xml", "<media_control/>"));

        Assert.Null(key);
        Assert.Equal((415, SipHeader.Accept, "application/dtmf-relay, application/dtmf"),
            (refusal!.StatusCode, refusal.Header, refusal.HeaderValue));
    }

    [Fact]
    public void Without_a_body_there_is_neither_a_key_nor_a_refusal() => Assert.Equal((null, null), PressedKey.Of(Info("text/plain", "")));

    private static SipMessage Info(string type, string body) => Wire.Parse(
        "INFO sip:bob@biloxi.example.com SIP/2.0\nVia: SIP/2.0/UDP pc33.atlanta.example.com;branch=z9hG4bK776asdhds\n"
        + "To: Bob <sip:bob@biloxi.example.com>;tag=a6c85cf\nFrom: Alice <sip:alice@atlanta.example.com>;tag=1928301774\n"
        + "Call-ID: a84b4c76e66710@pc33.atlanta.example.com\nCSeq: 314159 INFO\nMax-Forwards: 70\n"
        + $"Content-Type: {type}\nContent-Length: {Wire.Bytes(body).Length}\n\n{body}");
}
