using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CallCenter.Load.Transport;

namespace CallCenter.Scenarios.Tests.Harness;

/// <summary>
/// Lies between the server and one sipp, each of which takes it for the other, and loses, doubles and delays a twentieth of the datagrams
/// each, both ways. The same seed has the same chances.
/// </summary>
internal sealed class LossyWire : IDisposable
{
    private const double Share = 0.05;
    private const int LongestDatagram = 65_535;
    private const int BufferBytes = 4_000_000;
    private static readonly TimeSpan LongestNap = TimeSpan.FromMilliseconds(100);

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp)
    {
        ReceiveBufferSize = BufferBytes,
        SendBufferSize = BufferBytes,
    };

    private readonly PriorityQueue<(byte[] Bytes, EndPoint To, int Copies), TimeSpan> _late = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly IPEndPoint _server;
    private readonly IPEndPoint _sipp;
    private readonly WireFaults _faults;
    private readonly Thread _thread;
    private volatile bool _ended;

    public LossyWire(int serverPort, int seed)
    {
        _server = new IPEndPoint(IPAddress.Loopback, serverPort);
        _sipp = new IPEndPoint(IPAddress.Loopback, Ports.Free());
        _faults = new WireFaults(new Random(seed), Share, Share, Share);
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, Ports.Free()));
        _thread = new Thread(Run) { IsBackground = true, Name = "lossy wire" };
        _thread.Start();
    }

    /// <summary>The port that the server and sipp know as the other's.</summary>
    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    /// <summary>The port at which sipp really listens.</summary>
    public int SippPort => _sipp.Port;

    public int ServerPort => _server.Port;

    public override string ToString() => $"{_faults.Lost} lost, {_faults.Duplicated} doubled, {_faults.Reordered} late";

    public void Dispose()
    {
        _ended = true;
        _thread.Join();
        _socket.Dispose();
    }

    private void Run()
    {
        var buffer = new byte[LongestDatagram];
        EndPoint from = new IPEndPoint(IPAddress.Any, 0);
        while (!_ended)
        {
            if (_socket.Poll(UntilNextLate(), SelectMode.SelectRead))
            {
                var length = _socket.ReceiveFrom(buffer, ref from);
                Pass(buffer.AsSpan(0, length), to: from.Equals(_server) ? _sipp : _server);
            }
        }
    }

    /// <summary>Sends what is due and tells how long the wire may wait for the next datagram.</summary>
    private TimeSpan UntilNextLate()
    {
        var now = Stopwatch.GetElapsedTime(_started);
        while (_late.TryPeek(out var late, out var due))
        {
            if (due > now) return due - now < LongestNap ? due - now : LongestNap;
            _late.Dequeue();
            Send(late.Bytes, late.To, late.Copies);
        }
        return LongestNap;
    }

    private void Pass(ReadOnlySpan<byte> bytes, EndPoint to)
    {
        var passage = _faults.Next();
        if (passage.Delay == TimeSpan.Zero) Send(bytes, to, passage.Copies);
        else _late.Enqueue((bytes.ToArray(), to, passage.Copies), Stopwatch.GetElapsedTime(_started) + passage.Delay);
    }

    private void Send(ReadOnlySpan<byte> bytes, EndPoint to, int copies)
    {
        for (var copy = 0; copy < copies; copy++) _socket.SendTo(bytes, to);
    }
}
