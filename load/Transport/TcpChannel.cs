using System.Net;
using CallCenter.Sip;
using CallCenter.Sip.Messages;

namespace CallCenter.Load.Transport;

/// <summary>
/// SIP over one TCP connection to the server, from the same port number as the host's UDP socket, since servers know a trunk by address
/// and port. Opened with the first message and again with the next one after it broke. Messages to send and to handle go through the
/// loop's thread; reading and writing have tasks of their own.
/// </summary>
internal sealed class TcpChannel : IDisposable
{
    private readonly SimulationLoop _loop;
    private readonly IPEndPoint _local;
    private readonly SipEndPoint _server;
    private readonly Action<SipMessage?> _received;
    private readonly Action _broke;
    private TcpStream? _stream;

    /// <param name="received">Told on the loop of every message; null for one that was no SIP.</param>
    /// <param name="broke">Told on the loop when a connection ended or could not be opened.</param>
    public TcpChannel(SimulationLoop loop, SipEndPoint local, SipEndPoint server, Action<SipMessage?> received, Action broke)
    {
        _loop = loop;
        _local = local.ToIPEndPoint();
        _server = server;
        _received = received;
        _broke = broke;
    }

    /// <summary>Queues a message; false when the connection takes no more.</summary>
    public bool Send(ReadOnlySpan<byte> message)
    {
        _stream ??= TcpStream.Open(_local, _server.ToIPEndPoint(), Deliver, Ended);
        return _stream.TrySend(message);
    }

    public void Dispose() => _stream?.Dispose();

    private void Deliver(ReadOnlySpan<byte> bytes)
    {
        var readable = SipParser.TryParse(bytes, out var message, out _) ? message : null;
        _loop.Post(() => _received(readable));
    }

    private void Ended(TcpStream stream) => _loop.Post(() =>
    {
        if (_stream == stream)
        {
            _stream = null;
            _broke();
        }
    });
}
