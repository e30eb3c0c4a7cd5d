using System.Net;
using System.Net.Sockets;
using System.Text;
using CallCenter.Silo.Signaling.Transport;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>Both ways to read datagrams give the same bytes and sources.</summary>
public sealed class DatagramReaderTests : IDisposable
{
    private readonly Socket _receiver = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Socket _sender = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);

    public DatagramReaderTests()
    {
        _receiver.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _sender.Bind(new IPEndPoint(IPAddress.Loopback, 0));
    }

    public static TheoryData<bool> Ways => BatchedDatagrams.IsAvailable ? [true, false] : [false];

    [Theory]
    [MemberData(nameof(Ways))]
    public void Datagrams_of_a_burst_arrive_whole_and_in_order(bool batched)
    {
        using IDatagramReader reader = batched ? new BatchedDatagrams(_receiver) : new SingleDatagrams(_receiver);
        string[] sent = [.. Enumerable.Range(0, BatchedDatagrams.Most + 8).Select(i => new string((char)('a' + (i % 26)), (i * 100) + 1))];
        foreach (var text in sent)
        {
            _sender.SendTo(Encoding.ASCII.GetBytes(text), _receiver.LocalEndPoint!);
        }

        var received = new List<string>();
        while (received.Count < sent.Length)
        {
            var count = reader.Receive();
            for (var i = 0; i < count; i++)
            {
                Assert.Equal(_sender.LocalEndPoint, reader.Source(i).ToIPEndPoint());
                received.Add(Encoding.ASCII.GetString(reader.Bytes(i)));
            }
        }

        Assert.Equal(sent, received);
    }

    public void Dispose()
    {
        _receiver.Dispose();
        _sender.Dispose();
    }
}
