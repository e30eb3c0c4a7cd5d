using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Tests.Messages;

/// <summary>tel URIs and where they may stand (RFC 3966).</summary>
public class TelUriTests
{
    [Theory]
    [InlineData("tel:+380441234567", "+380441234567")]
    [InlineData("TEL:+380-44-123(45).67", "+380-44-123(45).67")]
    [InlineData("tel:863-1234;phone-context=+1-914-555", "863-1234;phone-context=+1-914-555")]
    [InlineData("tel:1234;phone-context=munich.example.com;ext=5", "1234;phone-context=munich.example.com;ext=5")]
    [InlineData("tel:*21%23;phone-context=+380", "*21#;phone-context=+380")]
    public void The_subscriber_is_what_stands_behind_the_scheme(string text, string subscriber)
    {
        Assert.True(TelUri.TryParse(text, out var read));
        Assert.Equal(subscriber, read);
        Assert.Equal(subscriber, new NameAddr(null, text).Subscriber);
    }

    [Theory]
    [InlineData("tel:")]
    [InlineData("tel:+")]
    [InlineData("tel:-.-")]
    [InlineData("tel:sales")]
    [InlineData("tel:+380441234567@host")]
    [InlineData("tel:+380441234567;x=<y>")]
    [InlineData("tel:+38044%0D%0A1234567")]
    [InlineData("tel:+380441234567;x=%00")]
    [InlineData("sip:+380441234567@host")]
    [InlineData("telnet:1")]
    public void What_is_none_has_no_subscriber(string text) => Assert.False(TelUri.TryParse(text, out _));

    [Theory]
    [InlineData("\"Client\" <tel:+380441234567>", "+380441234567")]
    [InlineData("tel:+380441234567;tag=1", "+380441234567")]
    [InlineData("<sip:0441234567;phone-context=+380@host;user=phone>", "0441234567;phone-context=+380")]
    [InlineData("<sip:alice:secret@host>", "alice")]
    [InlineData("<sip:host>", "")]
    [InlineData("<mailto:alice@host>", "")]
    public void A_name_addr_names_its_subscriber_whatever_the_scheme(string value, string subscriber) =>
        Assert.Equal(subscriber, NameAddr.Parse(value).Subscriber);

    [Theory]
    [InlineData("INVITE", "tel:+380441234567", null)]
    [InlineData("OPTIONS", "tel:+380441234567", null)]
    [InlineData("INVITE", "tel:", 400)]
    [InlineData("REGISTER", "tel:+380441234567", 416)]
    [InlineData("INVITE", "mailto:alice@host", 416)]
    public void A_tel_URI_may_be_called_and_not_registered_with(string method, string uri, int? status)
    {
        var text = $"{method} {uri} SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\nFrom: <tel:+380671112233>;tag=1\r\n"
            + $"To: <{uri}>\r\nCall-ID: x\r\nCSeq: 1 {method}\r\nMax-Forwards: 70\r\nContact: <sip:192.0.2.1>\r\nContent-Length: 0\r\n\r\n";
        Assert.True(SipParser.TryParse(System.Text.Encoding.ASCII.GetBytes(text), out var message, out _));
        Assert.Equal(status, RequestChecks.RequestUri(message!)?.StatusCode);
        Assert.Equal("+380671112233", message!.From.Subscriber);
    }
}
