using System.Net.Sockets;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Tests.Shared;
using CallCenter.Tests.Shared.Fuzz;

namespace CallCenter.Silo.Tests.Fuzz;

/// <summary>
/// Mutated messages to the open ports, UDP and TCP: nothing throws inside the loop, and a known trunk is answered all along.
/// </summary>
public sealed class PortFuzzTests(ITestOutputHelper output)
{
    private const int PerRound = 2_000;

    [Fact]
    public async Task Mutated_datagrams_and_streams_harm_nothing()
    {
        var time = new FuzzTime(usualSeconds: 4);
        var failures = new FirstError();
        await using var silo = await SiloUnderTest.Start(log: failures);
        using var carrier = new TestPhone(silo.Sip, "carrier");
        await silo.Publish(SampleConfiguration.Of("127.0.0.1", ["sip:one@127.0.0.1:9"], ["anna"]));
        var peer = new FuzzPeer(time.Seed);
        using var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        var (datagrams, pieces) = (0L, 0L);
        while (!time.IsOver)
        {
            for (var i = 0; i < PerRound; i++)
            {
                datagrams += await TrySend(udp, peer.Next(), silo) ? 1 : 0;
            }

            pieces += await Stream(silo, peer);
            Registration.SendOptions(carrier);
            await carrier.Expect(200);
            Assert.True(silo.Counters.LoopFailures == 0, $"Seed {time.Seed}: {failures.Text}");
        }

        output.WriteLine(
            $"seed {time.Seed}: {datagrams:N0} datagrams, {pieces:N0} messages over TCP, {silo.Counters.Malformed:N0} malformed, "
            + $"{silo.Counters.DatagramsDropped:N0} dropped");
        await Eventually.Holds(() => silo.Runtime.Connections == 0);
    }

    /// <summary>Larger than a datagram may be is not sent at all.</summary>
    private static async Task<bool> TrySend(Socket udp, byte[] input, SiloUnderTest silo)
    {
        if (input.Length > 65_000)
        {
            return false;
        }

        await udp.SendToAsync(input, silo.Sip);
        return true;
    }

    /// <summary>Messages over one connection until the silo closes it, at most a hundred; how many.</summary>
    private static async Task<int> Stream(SiloUnderTest silo, FuzzPeer peer)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(silo.Sip);
        for (var sent = 0; sent < 100; sent++)
        {
            try
            {
                await client.GetStream().WriteAsync(peer.Next());
            }
            catch (IOException)
            {
                return sent;
            }
        }

        return 100;
    }
}
