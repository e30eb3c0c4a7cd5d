using System.Net;
using System.Net.Sockets;
using CallCenter.Sip;

namespace CallCenter.Load.Transport;

/// <summary>Takes a datagram of a <see cref="UdpChannel"/> on the loop's thread. The bytes are only valid during the call.</summary>
internal delegate void DatagramHandler(ReadOnlySpan<byte> bytes, SipEndPoint from);

/// <summary>One UDP socket, received from and sent to on the loop's thread, so that peers see one address.</summary>
/// <remarks>
/// The loop waits for all sockets at once and then empties them: one wake-up serves many datagrams. A thread per socket that hands
/// over to the loop took twice the processor time per call (`load/README.md`).
/// </remarks>
internal sealed class UdpChannel : IDisposable
{
    private const int MaxDatagram = 65_535;
    private const int BufferBytes = 4 * 1024 * 1024;
    private const int SolSocket = 1;
    private const int ForcedReceiveBuffer = 33;

    // Timers and the other sockets get their turn after so many datagrams.
    private const int MostAtOnce = 64;

    private readonly SimulationLoop _loop;
    private readonly DatagramHandler _handler;
    private readonly SocketAddress _from = new(AddressFamily.InterNetwork);
    private readonly SocketAddress _target = new(AddressFamily.InterNetwork);
    private readonly byte[] _received = new byte[MaxDatagram];
    private bool _disposed;

    /// <summary>Binds at once; port 0 takes a free one. Throws <see cref="SocketException"/> when the port is taken.</summary>
    public UdpChannel(SimulationLoop loop, IPEndPoint local, DatagramHandler handler)
    {
        _loop = loop;
        _handler = handler;
        Socket.ReceiveBufferSize = BufferBytes;
        Socket.SendBufferSize = BufferBytes;
        // A readable socket has a datagram, but for one with a wrong checksum: then the loop must not wait for the next.
        Socket.ReceiveTimeout = 1;
        ForceReceiveBuffer();
        try
        {
            Socket.Bind(local);
        }
        catch (SocketException)
        {
            Socket.Dispose();
            throw;
        }

        Local = SipEndPoint.From((IPEndPoint)Socket.LocalEndPoint!);
    }

    public SipEndPoint Local { get; }

    /// <summary>What goes wrong on the way, both ways; null: nothing.</summary>
    public WireFaults? Faults { get; set; }

    internal Socket Socket { get; } = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);

    /// <summary>Begins to receive. Before the loop runs, or on its thread.</summary>
    public void Start() => _loop.Add(this);

    /// <summary>Sends one datagram; false when the system refuses it. A lost or late one counts as sent.</summary>
    public bool Send(SipEndPoint to, ReadOnlySpan<byte> bytes)
    {
        var passage = Faults?.Next() ?? Passage.Usual;
        if (passage.Delay == TimeSpan.Zero)
        {
            return SendCopies(to, bytes, passage.Copies);
        }

        SendLater(to, bytes.ToArray(), passage);
        return true;
    }

    public void Dispose()
    {
        _disposed = true;
        _loop.Remove(this);
        Socket.Dispose();
    }

    /// <summary>Hands on what has arrived; only when the socket is readable.</summary>
    internal void Receive()
    {
        for (var i = 0; i < MostAtOnce; i++)
        {
            int length;
            try
            {
                length = Socket.ReceiveFrom(_received, SocketFlags.None, _from);
            }
            catch (SocketException)
            {
                // The echo of a datagram nobody received (ICMP), or nothing there after all; the socket stays usable.
                return;
            }

            HandOn(_received.AsSpan(0, length), IPv4SocketAddresses.Read(_from));

            if (Socket.Available == 0)
            {
                return;
            }
        }
    }

    // Apart, because a method with a closure allocates it for every datagram, late or not.
    private void SendLater(SipEndPoint to, byte[] bytes, Passage passage) =>
        _loop.After(passage.Delay, () => SendCopies(to, bytes, passage.Copies));

    private void HandOnLater(byte[] bytes, SipEndPoint from, Passage passage) =>
        _loop.After(passage.Delay, () => HandOnCopies(bytes, from, passage.Copies));

    private bool SendCopies(SipEndPoint to, ReadOnlySpan<byte> bytes, int copies)
    {
        IPv4SocketAddresses.Write(_target, to);
        try
        {
            var sent = true;
            for (; copies > 0 && !_disposed; copies--)
            {
                sent = Socket.SendTo(bytes, SocketFlags.None, _target) == bytes.Length;
            }

            return sent;
        }
        catch (SocketException)
        {
            // A refused port shows here as the error of an earlier datagram; the transaction's timers tell the same.
            return false;
        }
    }

    private void HandOn(ReadOnlySpan<byte> bytes, SipEndPoint from)
    {
        var passage = Faults?.Next() ?? Passage.Usual;
        if (passage.Delay == TimeSpan.Zero)
        {
            HandOnCopies(bytes, from, passage.Copies);
            return;
        }

        HandOnLater(bytes.ToArray(), from, passage);
    }

    private void HandOnCopies(ReadOnlySpan<byte> bytes, SipEndPoint from, int copies)
    {
        for (; copies > 0 && !_disposed; copies--)
        {
            _handler(bytes, from);
        }
    }

    /// <summary>Linux caps the buffer at net.core.rmem_max, a tenth of a second of a busy call center; root may exceed it.</summary>
    private void ForceReceiveBuffer()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            Socket.SetRawSocketOption(SolSocket, ForcedReceiveBuffer, BitConverter.GetBytes(BufferBytes));
        }
        catch (SocketException)
        {
            // Not privileged: the cap stays.
        }
    }
}
