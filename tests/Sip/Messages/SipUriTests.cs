using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Tests.Messages;

public sealed class SipUriTests
{
    [Fact]
    public void Parts_of_a_full_URI()
    {
        var uri = SipUri.Parse("sips:alice%20b:secret;day=1@[2001:db8::10]:5070;transport=tcp;lr?Subject=x&Priority=y");

        Assert.True(uri.IsSips);
        Assert.Equal("alice b", uri.User);
        Assert.Equal("[2001:db8::10]", uri.Host);
        Assert.Equal(5070, uri.Port);
        Assert.Equal("tcp", uri.Parameter("Transport"));
        Assert.Equal("", uri.Parameter("lr"));
        Assert.Null(uri.Parameter("maddr"));
        Assert.Equal("Subject=x&Priority=y", uri.Headers);
        Assert.Equal(SipTransport.Tls, uri.Transport);
        Assert.Equal("sips:alice%20b:secret;day=1@[2001:db8::10]:5070;transport=tcp;lr", uri.ForRequestUri().Text);
    }

    [Theory]
    [InlineData("sip:example.com", 5060)]
    [InlineData("sips:example.com", 5061)]
    [InlineData("sip:example.com;transport=tls", 5061)]
    [InlineData("sip:example.com:5099", 5099)]
    public void Port_defaults_by_transport(string text, int port) => Assert.Equal(port, SipUri.Parse(text).PortOrDefault);

    [Theory]
    [InlineData("")]
    [InlineData("sip:")]
    [InlineData("tel:+380441234567")]
    [InlineData("sip:@example.com")]
    [InlineData("sip:a@")]
    [InlineData("sip:a@b@c")]
    [InlineData("sip:a@exa mple.com")]
    [InlineData("sip:a@example.com:0")]
    [InlineData("sip:a@example.com:99999")]
    [InlineData("sip:a@example.com:")]
    [InlineData("sip:a%2@example.com")]
    [InlineData("sip:a%zz@example.com")]
    [InlineData("sip:a@[::1")]
    [InlineData("sip:a@[::1]x")]
    [InlineData("sip:a@b;x=%")]
    [InlineData("sip:a@b\r\nX: y")]
    [InlineData("sip:a@<b>")]
    public void What_is_no_SIP_URI_is_refused(string text) => Assert.False(SipUri.TryParse(text, out _));

    // RFC 3261 §19.1.4, the examples and the rules around them.
    [Theory]
    [InlineData("sip:%61lice@atlanta.com;transport=TCP", "sip:alice@AtLanTa.CoM;Transport=tcp", true)]
    [InlineData("sip:carol@chicago.com", "sip:carol@chicago.com;newparam=5", true)]
    [InlineData("sip:carol@chicago.com;security=on", "sip:carol@chicago.com;newparam=5", true)]
    [InlineData("sip:biloxi.com;transport=tcp;method=REGISTER?to=sip:bob%40biloxi.com",
        "sip:biloxi.com;method=REGISTER;transport=tcp?to=sip:bob%40biloxi.com", true)]
    [InlineData("sip:alice@atlanta.com?subject=project%20x&priority=urgent",
        "sip:alice@atlanta.com?priority=urgent&subject=project%20x", true)]
    [InlineData("SIP:ALICE@AtLanTa.CoM;Transport=udp", "sip:alice@AtLanTa.CoM;Transport=UDP", false)]
    [InlineData("sip:bob@biloxi.com", "sip:bob@biloxi.com:5060", false)]
    [InlineData("sip:bob@biloxi.com", "sip:bob@biloxi.com;transport=udp", false)]
    [InlineData("sip:bob@biloxi.com", "sip:bob@biloxi.com:6000;transport=tcp", false)]
    [InlineData("sip:carol@chicago.com", "sip:carol@chicago.com?Subject=next%20meeting", false)]
    [InlineData("sip:bob@phone21.boxesbybob.com", "sip:bob@192.0.2.4", false)]
    [InlineData("sip:bob@biloxi.com", "sips:bob@biloxi.com", false)]
    [InlineData("sip:a%3Bb@x.com", "sip:a;b@x.com", false)]
    [InlineData("sip:a%3bb@x.com", "sip:a%3Bb@x.com", true)]
    [InlineData("sip:a@x.com;security=on", "sip:a@x.com;security=off", false)]
    [InlineData("sip:a:p@x.com", "sip:a@x.com", false)]
    public void Comparison_follows_the_RFC(string left, string right, bool same)
    {
        Assert.Equal(same, SipUri.Parse(left).IsEquivalentTo(SipUri.Parse(right)));
        Assert.Equal(same, SipUri.Parse(right).IsEquivalentTo(SipUri.Parse(left)));
    }

    [Fact]
    public void Built_URI_escapes_what_the_user_part_may_not_hold()
    {
        var uri = SipUri.Of("пан @1", "example.com", 5070, ";transport=tcp");

        Assert.Equal("sip:%D0%BF%D0%B0%D0%BD%20%401@example.com:5070;transport=tcp", uri.Text);
        Assert.Equal("пан @1", uri.User);
    }

    [Fact]
    public void Parameters_are_added_and_replaced_in_place()
    {
        var uri = SipUri.Parse("sip:a@b;lr?x=y")
            .WithParameter("transport", "tcp").WithParameter("transport", "udp").WithParameter("ob", null);

        Assert.Equal("sip:a@b;lr;transport=udp;ob?x=y", uri.Text);
    }

    [Theory]
    [InlineData("192.0.2.1", 5060, "192.0.2.1:5060")]
    [InlineData("2001:db8::1", 5061, "[2001:db8::1]:5061")]
    public void End_points_keep_address_and_port(string address, int port, string text)
    {
        var endPoint = new SipEndPoint(System.Net.IPAddress.Parse(address), port);

        Assert.Equal(text, endPoint.ToString());
        Assert.Equal(address, endPoint.Address.ToString());
        Assert.True(SipEndPoint.TryParse(text, 1, out var parsed));
        Assert.Equal(endPoint, parsed);
        Assert.Equal(endPoint.WithPort(9).AddressKey, endPoint.AddressKey);
    }

    [Fact]
    public void Mapped_and_plain_IPv4_are_one_peer()
    {
        var plain = new SipEndPoint(System.Net.IPAddress.Parse("192.0.2.1"), 5060);

        Assert.Equal(plain, new SipEndPoint(System.Net.IPAddress.Parse("::ffff:192.0.2.1"), 5060));
        Assert.Equal(plain, new SipEndPoint(0xc0000201u, 5060));
        Assert.Equal(0xc0000201u, plain.IPv4);
    }
}
