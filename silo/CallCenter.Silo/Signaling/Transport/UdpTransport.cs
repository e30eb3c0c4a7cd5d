using System.Net;
using System.Net.Sockets;
using CallCenter.Silo.Loop;
using CallCenter.Sip;
using CallCenter.Sip.Messages;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Signaling.Transport;

/// <summary>
/// The UDP socket: one thread receives and parses (a blocking receive costs a fifth of an awaited one), a loop's current visitor
/// sends. Beyond <see cref="MostQueued"/> datagrams waiting for the loops, new ones are dropped and counted: the peers repeat them.
/// </summary>
internal sealed class UdpTransport : IDisposable
{
    private const int MostQueued = 16_384;

    private static readonly TimeSpan LongestWake = TimeSpan.FromSeconds(1);

    private readonly SipEdge _edge;
    private readonly SiloCounters _counters;
    private readonly ILogger _log;
    private readonly Socket _socket;
    private readonly IDatagramReader _reader;
    private readonly TouchedLoops _touched = new();
    private readonly Thread _thread;
    private readonly Action _handled;
    private volatile bool _stopping;
    private int _queued;

    /// <param name="socket">Bound; disposed of with this.</param>
    public UdpTransport(Socket socket, SipEdge edge, SiloCounters counters, ILogger log)
    {
        _edge = edge;
        _handled = () => Interlocked.Decrement(ref _queued);
        _counters = counters;
        _log = log;
        _socket = socket;
        _reader = BatchedDatagrams.IsAvailable ? new BatchedDatagrams(_socket) : new SingleDatagrams(_socket);
        _thread = new Thread(Receive) { IsBackground = true, Name = "sip udp" };
    }

    public void Start() => _thread.Start();

    /// <summary>Where a sender composes addresses; each thread at a time needs its own.</summary>
    public SocketAddress NewAddress() => new(_socket.AddressFamily);

    /// <summary>Sends one datagram; false when it cannot be.</summary>
    /// <param name="address">See <see cref="NewAddress"/>.</param>
    public bool Send(SipEndPoint remote, ReadOnlySpan<byte> message, SocketAddress address)
    {
        try
        {
            SocketAddresses.Write(address, remote);
            _socket.SendTo(message, SocketFlags.None, address);
            return true;
        }
        catch (SocketException failure)
        {
            SignalingLog.SendFailed(_log, remote.ToString(), message.Length, failure.SocketErrorCode);
            return false;
        }
    }

    public void Dispose()
    {
        _stopping = true;
        WakeReader();
        if (_thread.IsAlive)
        {
            // Before the socket is closed: its number may be another's at once.
            _thread.Join(LongestWake);
        }

        _socket.Dispose();
        if (_thread.IsAlive)
        {
            _thread.Join();
        }

        _reader.Dispose();
    }

    /// <summary>Ends a waiting read; on an unconnected socket the system complains and does it all the same.</summary>
    private void WakeReader()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (SocketException)
        {
        }
    }

    private void Receive()
    {
        while (!_stopping)
        {
            try
            {
                var count = _reader.Receive();
                for (var i = 0; i < count; i++)
                {
                    Take(_reader.Bytes(i), _reader.Source(i));
                }

                _touched.Drain();
            }
            catch (SocketException failure)
            {
                // Linux reports ICMP errors of datagrams sent before on the next receive; they say nothing about this one.
                if (!_stopping && failure.SocketErrorCode != SocketError.ConnectionRefused)
                {
                    SignalingLog.ReceiveFailed(_log, failure.SocketErrorCode);
                }
            }
            catch (ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Take(ReadOnlySpan<byte> datagram, SipEndPoint source)
    {
        _counters.DatagramsIn++;
        if (Volatile.Read(ref _queued) >= MostQueued)
        {
            _counters.DatagramsDropped++;
            return;
        }

        // Keep-alives (RFC 5626 §3.5.1 and single CRLF) are no messages.
        if (datagram.IndexOfAnyExcept((byte)'\r', (byte)'\n', (byte)0) < 0 || _edge.Drops(source, datagram))
        {
            return;
        }

        if (SipParser.TryParse(datagram, out var message, out var error) || message is not null)
        {
            message!.Flow = new SipFlow(SipTransport.Udp, source);
        }

        Interlocked.Increment(ref _queued);
        _edge.Receive(message, error, _handled, _touched);
    }
}
