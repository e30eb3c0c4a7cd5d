using System.Net;
using System.Net.Sockets;
using CallCenter.Scenarios.Tests.Harness;
using static CallCenter.Scenarios.Tests.Harness.SampleProject;

namespace CallCenter.Scenarios.Tests;

/// <summary>Ten thousand connections that say nothing.</summary>
public class IdleConnectionTests(ITestOutputHelper output)
{
    private const int Connections = 10_000;
    private const int PerAddress = 60;
    private const long MostBytesEach = 24 * 1024;

    [Fact]
    public async Task Ten_thousand_idle_connections_cost_little_and_calls_go_on()
    {
        using var server = new CallCenterServer { Options = ["--sip-connections", $"{Connections + 1_000}"] };
        await server.Start();
        var (trunk, phone) = (Ports.Pair(), Ports.Free());
        await server.Publish(With(trunk, Employee("anna", "101", phone)));
        var before = ResidentBytes(server.ProcessId);
        var idle = new List<Socket>();
        try
        {
            for (var i = 0; i < Connections; i++)
            {
                var address = i / PerAddress;
                idle.Add(await Connect(IPAddress.Parse($"127.0.{1 + (address / 250)}.{1 + (address % 250)}"), server.SipPort));
            }

            using var anna = await Sipp.Phone("employee-answers", phone, ringMs: 10, calls: 5);
            using (var clients = Sipp.Client("caller", trunk.First, server.SipPort, Number, "380674000011", milliseconds: 20, calls: 5))
            {
                await clients.Succeeds();
            }

            await anna.Succeeds();
            Assert.DoesNotContain(idle, IsClosed);
            var each = (ResidentBytes(server.ProcessId) - before) / Connections;
            output.WriteLine($"{each:N0} bytes of resident memory per idle connection");
            Assert.InRange(each, 0, MostBytesEach);
        }
        finally
        {
            idle.ForEach(socket => socket.Dispose());
        }
    }

    private static async Task<Socket> Connect(IPAddress from, int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(from, 0));
        await socket.ConnectAsync(IPAddress.Loopback, port);
        return socket;
    }

    private static bool IsClosed(Socket socket) => socket.Poll(0, SelectMode.SelectRead);

    private static long ResidentBytes(int process) => long.Parse(
        File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(
            [' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;
}
