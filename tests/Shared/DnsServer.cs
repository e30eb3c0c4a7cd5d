using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CallCenter.Tests.Shared;

/// <summary>
/// A small DNS server on loopback (RFC 1035 over UDP) with the records that a test gives it: A, SRV (RFC 2782) and NAPTR (RFC 3403). A name
/// that it does not know does not exist.
/// </summary>
public sealed class DnsServer : IDisposable
{
    private const int AnyTtl = 60;
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Dictionary<(string Name, int Type), List<(byte[] Data, int Ttl)>> _records = [];
    private readonly List<(string Name, int Type)> _asked = [];
    private readonly Thread _thread;

    public DnsServer()
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        EndPoint = (IPEndPoint)_socket.LocalEndPoint!;
        _thread = new Thread(Serve) { IsBackground = true };
        _thread.Start();
    }

    public IPEndPoint EndPoint { get; }

    /// <summary>How often a name was asked for with this type (1: A, 33: SRV, 35: NAPTR).</summary>
    public int Asked(string name, int type)
    {
        lock (_records)
        {
            return _asked.Count(one => one == (name, type));
        }
    }

    public DnsServer Address(string name, string address = "127.0.0.1", int ttl = AnyTtl) =>
        Add(name, 1, IPAddress.Parse(address).GetAddressBytes(), ttl);

    public DnsServer Srv(string name, int priority, int weight, int port, string target, int ttl = AnyTtl) =>
        Add(name, 33, [.. Number(priority), .. Number(weight), .. Number(port), .. Name(target)], ttl);

    public DnsServer Naptr(string name, int order, int preference, string service, string replacement) => Add(
        name, 35, [.. Number(order), .. Number(preference), .. Text("s"), .. Text(service), .. Text(""), .. Name(replacement)], AnyTtl);

    public void Dispose()
    {
        _socket.Dispose();
        _thread.Join();
    }

    private DnsServer Add(string name, int type, byte[] data, int ttl)
    {
        lock (_records)
        {
            if (!_records.TryGetValue((name, type), out var known))
            {
                _records[(name, type)] = known = [];
            }

            known.Add((data, ttl));
        }

        return this;
    }

    private void Serve()
    {
        var buffer = new byte[4096];
        EndPoint source = new IPEndPoint(IPAddress.Any, 0);
        while (true)
        {
            try
            {
                var length = _socket.ReceiveFrom(buffer, ref source);
                _socket.SendTo(Answer(buffer.AsSpan(0, length)), source);
            }
            catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    /// <summary>The header and the question as they came, then the answers, whose names point at the question's.</summary>
    private byte[] Answer(ReadOnlySpan<byte> query)
    {
        var (name, end) = ReadName(query);
        var type = BinaryPrimitives.ReadUInt16BigEndian(query[end..]);
        List<(byte[] Data, int Ttl)> found;
        lock (_records)
        {
            _asked.Add((name, type));
            found = [.. _records.GetValueOrDefault((name, type), [])];
        }

        var isKnown = found.Count > 0 || _records.Keys.Any(key => key.Name == name);
        byte[] head = [query[0], query[1], 0x85, (byte)(isKnown ? 0x80 : 0x83), 0, 1, .. Number(found.Count), 0, 0, 0, 0];
        var message = new List<byte>([.. head, .. query[12..(end + 4)]]);
        foreach (var (data, ttl) in found)
        {
            message.AddRange(
            [0xC0, 12, .. Number(type), 0, 1, .. Number(ttl >> 16), .. Number(ttl & 0xFFFF), .. Number(data.Length), .. data]);
        }

        return [.. message];
    }

    private static (string Name, int End) ReadName(ReadOnlySpan<byte> query)
    {
        var labels = new List<string>();
        var at = 12;
        while (query[at] > 0)
        {
            labels.Add(Encoding.ASCII.GetString(query.Slice(at + 1, query[at])));
            at += query[at] + 1;
        }

        return (string.Join('.', labels).ToLowerInvariant(), at + 1);
    }

    private static byte[] Name(string name) => [.. name.Split('.').SelectMany(Text), 0];

    private static byte[] Text(string text) => [(byte)text.Length, .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Number(int value) => [(byte)(value >> 8), (byte)value];
}
