using System.Buffers;
using System.Net;
using System.Net.Sockets;
using CallCenter.Sip;

namespace CallCenter.Load.Transport;

/// <summary>Takes a datagram of a <see cref="UdpChannel"/> on the loop's thread. The bytes are only valid during the call.</summary>
internal delegate void DatagramHandler(ReadOnlySpan<byte> bytes, SipEndPoint from);

/// <summary>
/// One UDP socket: a thread that blocks in receive and hands every datagram to the loop; sends leave through the same socket on the
/// loop's thread, so that peers see one address. Blocking receive costs a fifth of the asynchronous one per datagram.
/// </summary>
internal sealed class UdpChannel : IDisposable
{
    private const int MaxDatagram = 65_535;
    private const int BufferBytes = 4 * 1024 * 1024;

    private readonly SimulationLoop _loop;
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly DatagramHandler _handler;
    private readonly Thread _receiver;
    private readonly SocketAddress _target = new(AddressFamily.InterNetwork);
    private volatile bool _closed;

    /// <summary>Binds at once; port 0 takes a free one. Throws <see cref="SocketException"/> when the port is taken.</summary>
    public UdpChannel(SimulationLoop loop, IPEndPoint local, DatagramHandler handler)
    {
        _loop = loop;
        _handler = handler;
        _socket.ReceiveBufferSize = BufferBytes;
        _socket.SendBufferSize = BufferBytes;
        try
        {
            _socket.Bind(local);
        }
        catch (SocketException)
        {
            _socket.Dispose();
            throw;
        }

        Local = SipEndPoint.From((IPEndPoint)_socket.LocalEndPoint!);
        _receiver = new Thread(Receive) { IsBackground = true, Name = $"udp {Local}" };
    }

    public SipEndPoint Local { get; }

    /// <summary>Begins to receive.</summary>
    public void Start() => _receiver.Start();

    /// <summary>Sends one datagram; false when the system refuses it.</summary>
    public bool Send(SipEndPoint to, ReadOnlySpan<byte> bytes)
    {
        to.ToIPEndPoint().Serialize().Buffer.CopyTo(_target.Buffer);
        try
        {
            return _socket.SendTo(bytes, SocketFlags.None, _target) == bytes.Length;
        }
        catch (SocketException)
        {
            // A refused port shows here as the error of an earlier datagram; the transaction's timers tell the same.
            return false;
        }
    }

    public void Dispose()
    {
        _closed = true;
        _socket.Dispose();
        if (_receiver.IsAlive)
        {
            _receiver.Join();
        }
    }

    internal void Handle(in Datagram datagram) => _handler(datagram.Bytes, datagram.From);

    private void Receive()
    {
        var from = new SocketAddress(AddressFamily.InterNetwork);
        var any = new IPEndPoint(IPAddress.Any, 0);
        var scratch = new byte[MaxDatagram];
        while (!_closed)
        {
            int length;
            try
            {
                length = _socket.ReceiveFrom(scratch, SocketFlags.None, from);
            }
            catch (SocketException)
            {
                // The echo of a datagram nobody received (ICMP); the socket stays usable unless it was closed.
                continue;
            }
            catch (ObjectDisposedException)
            {
                return;
            }

            var buffer = ArrayPool<byte>.Shared.Rent(length);
            scratch.AsSpan(0, length).CopyTo(buffer);
            _loop.Deliver(this, new Datagram(buffer, length, SipEndPoint.From((IPEndPoint)any.Create(from))));
        }
    }
}
