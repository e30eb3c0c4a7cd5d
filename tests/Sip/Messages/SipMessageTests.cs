using System.Text;
using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Tests.Messages;

public sealed class SipMessageTests
{
    [Fact]
    public void Every_message_tells_its_transaction_and_dialog_fields()
    {
        var message = Wire.Parse(Wire.Invite);

        Assert.Equal(SipMethod.Invite, message.Method);
        Assert.Equal("sip:bob@biloxi.example.com", message.RequestUri!.Text);
        Assert.Equal("z9hG4bK776asdhds", Encoding.ASCII.GetString(message.TopVia.Branch));
        Assert.Equal("pc33.atlanta.example.com", Encoding.ASCII.GetString(message.TopVia.SentBy));
        Assert.True(message.TopVia.HasRport);
        Assert.Equal("1928301774", message.FromTagText);
        Assert.Equal("", message.ToTagText);
        Assert.Equal("a84b4c76e66710@pc33.atlanta.example.com", message.CallIdText);
        Assert.Equal(314159u, message.CSeq);
        Assert.Equal(70, message.MaxForwards);
        Assert.Equal("Alice", message.From.DisplayName);
        Assert.Equal("sip:alice@pc33.atlanta.example.com", message.Contact!.UriText);
        Assert.True(message.HasSdp);
        Assert.Equal("v=0\r", Encoding.ASCII.GetString(message.Body));
    }

    [Fact]
    public void Response_copies_what_the_request_says_and_adds_the_source()
    {
        var request = Wire.Parse(Wire.Invite);
        request.Flow = new SipFlow(SipTransport.Udp, new SipEndPoint(System.Net.IPAddress.Parse("192.0.2.1"), 5070));

        var response = Wire.Parse(new SipMessageWriter().Response(request, 180, new SipTag(7)).End().Written);

        Assert.Equal(180, response.StatusCode);
        Assert.Equal("Ringing", Encoding.ASCII.GetString(response.ReasonPhrase));
        Assert.Equal("0000000000000007", response.ToTagText);
        Assert.Equal("192.0.2.1", Encoding.ASCII.GetString(response.TopVia.Received));
        Assert.Equal(5070, response.TopVia.ReceivedPort);
        Assert.Equal("z9hG4bK776asdhds", Encoding.ASCII.GetString(response.TopVia.Branch));
        Assert.Equal(SipMethod.Invite, response.Method);
    }
}
