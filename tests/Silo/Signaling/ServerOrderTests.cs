using System.Net;
using CallCenter.Silo.Signaling.Targets;
using CallCenter.Sip;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>In which order the servers of a name are tried (RFC 2782).</summary>
public sealed class ServerOrderTests
{
    [Fact]
    public void The_lowest_priority_comes_first_whatever_the_chance()
    {
        ServerRecord[] records = [Server(1, 20, 100), Server(2, 10, 0), Server(3, 10, 1)];
        for (var chance = 0UL; chance < 100; chance++)
        {
            var order = Ports(records, chance);
            Assert.Equal(1, order[2]);
        }
    }

    [Fact]
    public void Weights_share_the_calls_out_and_the_same_chance_gives_the_same_order()
    {
        ServerRecord[] records = [Server(1, 10, 75), Server(2, 10, 25), Server(3, 10, 0)];
        var random = new Random(1);
        var first = new int[4];
        for (var i = 0; i < 10_000; i++)
        {
            var chance = (ulong)random.NextInt64();
            var order = Ports(records, chance);
            Assert.Equal(order, Ports(records, chance));
            Assert.Equal([1, 2, 3], order.Order());
            first[order[0]]++;
        }

        Assert.InRange(first[1], 7_200, 7_800);
        Assert.InRange(first[2], 2_200, 2_800);
        Assert.InRange(first[3], 1, 300);
    }

    [Fact]
    public void A_transport_that_is_preferred_comes_first_and_no_more_are_tried_than_the_bound()
    {
        var second = new ServerRecord(SipTransport.Tcp, 0, 50, 0, [new SipEndPoint(IPAddress.Loopback, 9)]);
        ServerRecord[] records = [.. Enumerable.Range(1, 20).Select(port => Server(port, port, 0) with { Rank = 1 }), second];
        var order = ServerOrder.Of(records, 1);
        Assert.Equal(SipTransport.Tcp, order[0].Transport);
        Assert.Equal(ServerOrder.MostTried, order.Count);
    }

    private static int[] Ports(ServerRecord[] records, ulong chance) =>
        [.. ServerOrder.Of(records, chance).Select(way => (int)way.Remote.Port)];

    private static ServerRecord Server(int port, int priority, int weight) =>
        new(SipTransport.Udp, 0, priority, weight, [new SipEndPoint(IPAddress.Loopback, port)]);
}
