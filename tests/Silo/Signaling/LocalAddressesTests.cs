using System.Net;
using CallCenter.Silo.Signaling;
using CallCenter.Sip;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>The port in From stands where it is not the transport's own.</summary>
public class LocalAddressesTests
{
    [Theory]
    [InlineData(5060, 5061, SipTransport.Udp, 0)]
    [InlineData(5060, 5061, SipTransport.Tls, 0)]
    [InlineData(5070, 5071, SipTransport.Udp, 5070)]
    [InlineData(5070, 5071, SipTransport.Tcp, 5070)]
    [InlineData(5070, 5071, SipTransport.Tls, 5071)]
    [InlineData(5061, 5060, SipTransport.Udp, 5061)]
    [InlineData(5061, 5060, SipTransport.Tls, 5060)]
    public void A_usual_port_is_left_out_and_another_one_is_named(int port, int tlsPort, SipTransport transport, int expected) =>
        Assert.Equal(expected, new LocalAddresses(IPAddress.Loopback, port, tlsPort).FromPort(transport));
}
