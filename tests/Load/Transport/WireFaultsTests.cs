using System.Net;
using CallCenter.Load.Transport;
using CallCenter.Sip;

namespace CallCenter.Load.Tests.Transport;

public class WireFaultsTests
{
    [Fact]
    public void Datagrams_get_lost_and_doubled_as_often_as_said()
    {
        var faults = new WireFaults(new Random(1), lossShare: 0.1, duplicateShare: 0.05);
        var copies = Enumerable.Range(0, 20_000).Sum(_ => faults.Copies());

        Assert.InRange(faults.Lost, 1_850, 2_150);
        Assert.InRange(faults.Duplicated, 800, 1_000);
        Assert.Equal(20_000 - faults.Lost + faults.Duplicated, copies);
    }

    [Fact]
    public void The_same_seed_loses_the_same_datagrams_whatever_is_doubled()
    {
        bool[] Losses(int seed, double duplicateShare)
        {
            var faults = new WireFaults(new Random(seed), 0.3, duplicateShare);
            return [.. Enumerable.Range(0, 100).Select(_ => faults.Copies() == 0)];
        }

        Assert.Equal(Losses(5, 0), Losses(5, 0.5));
        Assert.NotEqual(Losses(5, 0), Losses(6, 0));
    }

    [Fact]
    public void A_channel_loses_and_doubles_what_it_sends_and_what_it_receives()
    {
        using var loop = new SimulationLoop(TimeProvider.System);
        var received = 0;
        using var target = new UdpChannel(loop, new IPEndPoint(IPAddress.Loopback, 0), (_, _) => received++);
        using var source = new UdpChannel(loop, new IPEndPoint(IPAddress.Loopback, 0), (_, _) => { });
        target.Start();
        source.Faults = new WireFaults(new Random(1), 0, duplicateShare: 1);
        target.Faults = new WireFaults(new Random(1), 0, duplicateShare: 1);
        source.Send(target.Local, "a"u8);
        loop.RunUntil(() => received == 4, "one datagram arrived four times");

        source.Faults = new WireFaults(new Random(1), lossShare: 1, 0);
        target.Faults = null;
        Assert.True(source.Send(target.Local, "lost"u8));
        source.Faults = null;
        source.Send(target.Local, "b"u8);
        loop.RunUntil(() => received == 5, "the next one arrived");

        Assert.Equal(5, received);
    }

    [Fact]
    public void A_socket_address_is_what_was_written_into_it()
    {
        var address = new SocketAddress(System.Net.Sockets.AddressFamily.InterNetwork);
        var endPoint = SipEndPoint.From(new IPEndPoint(IPAddress.Parse("10.20.30.40"), 15_060));
        SocketAddresses.Write(address, endPoint);

        Assert.Equal(endPoint, SocketAddresses.Read(address));
        Assert.Equal(new IPEndPoint(IPAddress.Parse("10.20.30.40"), 15_060), new IPEndPoint(0, 0).Create(address));
    }
}
