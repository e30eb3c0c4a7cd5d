using System.Net;
using System.Text;
using CallCenter.Load.Transport;
using CallCenter.Sip;

namespace CallCenter.Load.Tests.Transport;

public class WireFaultsTests
{
    [Fact]
    public void Datagrams_get_lost_doubled_and_late_as_often_as_said()
    {
        var faults = new WireFaults(new Random(1), lossShare: 0.1, duplicateShare: 0.05, reorderShare: 0.2);
        Passage[] passages = [.. Enumerable.Range(0, 20_000).Select(_ => faults.Next())];

        Assert.InRange(faults.Lost, 1_850, 2_150);
        Assert.InRange(faults.Duplicated, 800, 1_000);
        Assert.InRange(faults.Reordered, 3_400, 3_800);
        Assert.Equal(20_000 - faults.Lost + faults.Duplicated, passages.Sum(passage => passage.Copies));
        Assert.Equal(faults.Reordered, passages.Count(passage => passage.Delay > TimeSpan.Zero));
    }

    [Fact]
    public void The_same_seed_loses_the_same_datagrams_whatever_else_happens_to_them()
    {
        bool[] Losses(int seed, double otherShare)
        {
            var faults = new WireFaults(new Random(seed), 0.3, otherShare, otherShare);
            return [.. Enumerable.Range(0, 100).Select(_ => faults.Next().Copies == 0)];
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
        source.Faults = new WireFaults(new Random(1), 0, duplicateShare: 1, 0);
        target.Faults = new WireFaults(new Random(1), 0, duplicateShare: 1, 0);
        source.Send(target.Local, "a"u8);
        loop.RunUntil(() => received == 4, "one datagram arrived four times");

        source.Faults = new WireFaults(new Random(1), lossShare: 1, 0, 0);
        target.Faults = null;
        Assert.True(source.Send(target.Local, "lost"u8));
        source.Faults = null;
        source.Send(target.Local, "b"u8);
        loop.RunUntil(() => received == 5, "the next one arrived");

        Assert.Equal(5, received);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_late_datagram_is_overtaken_by_the_next_one_whole(bool atSource)
    {
        using var loop = new SimulationLoop(TimeProvider.System);
        var received = new List<string>();
        using var target = new UdpChannel(
            loop, new IPEndPoint(IPAddress.Loopback, 0), (bytes, _) => received.Add(Encoding.ASCII.GetString(bytes)));
        using var source = new UdpChannel(loop, new IPEndPoint(IPAddress.Loopback, 0), (_, _) => { });
        target.Start();
        var late = atSource ? source : target;
        late.Faults = new WireFaults(new Random(1), 0, 0, reorderShare: 1);
        source.Send(target.Local, "first"u8);
        loop.RunUntil(() => late.Faults.Reordered == 1, "the first one is under way");
        late.Faults = null;
        source.Send(target.Local, "second"u8);

        loop.RunUntil(() => received.Count == 2, "both arrived");

        Assert.Equal(["second", "first"], received);
    }

    [Fact]
    public void A_socket_address_is_what_was_written_into_it()
    {
        var address = new SocketAddress(System.Net.Sockets.AddressFamily.InterNetwork);
        var endPoint = SipEndPoint.From(new IPEndPoint(IPAddress.Parse("10.20.30.40"), 15_060));
        IPv4SocketAddresses.Write(address, endPoint);

        Assert.Equal(endPoint, IPv4SocketAddresses.Read(address));
        Assert.Equal(new IPEndPoint(IPAddress.Parse("10.20.30.40"), 15_060), new IPEndPoint(0, 0).Create(address));
    }
}
