using System.Net;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Registration;
using CallCenter.Sip.Tests.Messages;

namespace CallCenter.Sip.Tests.Registration;

/// <summary>Whether a phone is where its Contact says.</summary>
public sealed class ContactRoutingTests
{
    [Theory]
    [InlineData("UDP 10.0.0.5:5060", "sip:a@10.0.0.5:5060", "10.0.0.5:34000", "Udp 10.0.0.5:5060")]
    [InlineData("UDP 10.0.0.5:34000;rport", "sip:a@10.0.0.5:5060", "10.0.0.5:34000", "Udp 10.0.0.5:5060")]
    [InlineData("UDP 10.0.0.5:34000;rport", "sip:a@10.0.0.5:5060;transport=tcp", "10.0.0.5:34000", "Tcp 10.0.0.5:5060")]
    [InlineData("UDP 10.0.0.5;rport", "sip:a@10.0.0.5", "10.0.0.5:5060", "")]
    [InlineData("UDP 10.0.0.5:5060;rport", "sip:a@10.0.0.5:5060", "10.0.0.5:34000", "")]
    [InlineData("UDP 10.0.0.5:5060;rport", "sip:a@10.0.0.5:5060", "10.0.0.1:5060", "")]
    [InlineData("UDP phone.local;rport", "sip:a@10.0.0.5:5060", "10.0.0.5:5062", "")]
    [InlineData("UDP 10.0.0.5:5060", "sip:a@10.0.0.5:5060", "198.51.100.7:34000", "")]
    [InlineData("UDP 198.51.100.7:5060", "sip:a@198.51.100.7:5060", "198.51.100.7:34000", "Udp 198.51.100.7:5060")]
    [InlineData("UDP 10.0.0.5:5060", "sip:a@phone.invalid", "10.0.0.5:34000", "")]
    [InlineData("UDP 10.0.0.5:5060", "sip:a@0.0.0.0:5060", "10.0.0.5:34000", "")]
    [InlineData("TCP 10.0.0.5:5060;rport", "sip:a@10.0.0.5:5060;transport=tcp", "10.0.0.5:34000", "Tcp 10.0.0.5:5060")]
    [InlineData("TCP 10.0.0.5:34000;rport", "sip:a@10.0.0.5:34000;transport=tcp", "10.0.0.5:34000", "")]
    [InlineData("TCP 192.168.1.5:5060;rport", "sip:a@192.168.1.5:5060", "198.51.100.7:34000", "")]
    [InlineData("TLS 10.0.0.5:5061;rport", "sip:a@10.0.0.5:5061;transport=tls", "10.0.0.5:34000", "")]
    public void The_Contact_counts_unless_the_Via_or_a_private_address_says_otherwise(string via, string contact, string source, string way)
    {
        var request = Wire.Parse(
            $"REGISTER sip:pbx SIP/2.0\nVia: SIP/2.0/{via};branch=z9hG4bK1\nFrom: <sip:a@pbx>;tag=1\nTo: <sip:a@pbx>\n"
            + $"Call-ID: x\nCSeq: 1 REGISTER\nContact: <{contact}>\n\n");
        request.Flow = new SipFlow(request.TopVia.Transport, SipEndPoint.From(IPEndPoint.Parse(source)), 7);
        var direct = ContactRouting.Direct(request, SipUri.Parse(contact));
        Assert.Equal(way, direct.IsNone ? "" : $"{direct.Transport} {direct.Remote}");
    }
}
