using System.Net;
using System.Net.Sockets;
using CallCenter.Load.Server;

namespace CallCenter.Load.Tests.Server;

public class FreePortsTests
{
    /// <summary>Linux gives connecting sockets ports from 32768, others from 49152.</summary>
    [Fact]
    public void No_connecting_socket_is_given_one_of_them_and_the_port_above_is_nobodys()
    {
        var ports = Enumerable.Range(0, 100).Select(_ => FreePorts.Next()).ToList();

        Assert.All(ports, port => Assert.InRange(port, 1024, 32_767));
        Assert.All(ports, port => Assert.True(int.IsEvenInteger(port)));
        Assert.Equal(ports.Count, ports.Distinct().Count());
    }

    [Theory]
    [InlineData(SocketType.Stream, ProtocolType.Tcp)]
    [InlineData(SocketType.Dgram, ProtocolType.Udp)]
    public void One_that_is_taken_over_either_is_not_free(SocketType type, ProtocolType protocol)
    {
        using var taken = new Socket(AddressFamily.InterNetwork, type, protocol);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        if (type == SocketType.Stream) taken.Listen();

        Assert.False(FreePorts.IsFree(((IPEndPoint)taken.LocalEndPoint!).Port));
    }
}
