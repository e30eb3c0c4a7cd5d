using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using CallCenter.Sip;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Signaling.Transport;

/// <summary>
/// SIP over TCP or TLS (RFC 3261 §18): accepts connections and uses one again while it lives; over TCP it opens them as well. Bounds:
/// connections in total and per source, bytes waiting to be sent, time for a message, idle time. At a bound the newest connection is
/// closed. Over TLS no connection is opened: a flow knows no name that a peer's certificate could be held against.
/// </summary>
internal sealed class TcpTransport : IDisposable
{
    private readonly Socket _listener;
    private readonly StreamLimits _limits;
    private readonly TlsCertificate? _certificate;
    private readonly SipEdge _edge;
    private readonly SiloCounters _counters;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<long, TcpConnection> _byChannel = new();
    private readonly ConcurrentDictionary<SipEndPoint, TcpConnection> _byRemote = new();
    private readonly ConcurrentDictionary<UInt128, int> _perSource = new();
    private long _lastChannel;
    private Task _accepting = Task.CompletedTask;

    /// <param name="listener">Listens already; disposed of with this.</param>
    /// <param name="certificate">Null: plain TCP.</param>
    public TcpTransport(
        Socket listener, SipEdge edge, SiloCounters counters, ILogger log, StreamLimits limits, TlsCertificate? certificate = null)
    {
        _limits = limits;
        _certificate = certificate;
        _edge = edge;
        _counters = counters;
        _log = log;
        _listener = listener;
    }

    /// <summary>Connections that stand or are being opened; from any thread.</summary>
    public int Count => _byChannel.Count;

    public void Start() => _accepting = Task.Run(AcceptAll);

    /// <summary>
    /// Queues a message on the flow's connection, or on one to its peer where the flow names none, which is opened if there is none. Never
    /// waits. A connection that is gone is not replaced by one to the port that it came from: nobody listens there.
    /// </summary>
    public bool Send(in SipFlow flow, ReadOnlySpan<byte> message) => Find(in flow) is { } connection && connection.TrySend(message);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        foreach (var connection in _byChannel.Values)
        {
            connection.Close();
        }

        _accepting.Wait(TimeSpan.FromSeconds(1));
        _stop.Dispose();
    }

    private TcpConnection? Find(in SipFlow flow) =>
        flow.Channel != 0 ? _byChannel.GetValueOrDefault(flow.Channel)
        : _byRemote.TryGetValue(flow.Remote, out var standing) ? standing : Open(flow.Remote);

    private async Task AcceptAll()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var socket = await _listener.AcceptAsync(_stop.Token).ConfigureAwait(false);
                if (Register(socket, SipEndPoint.From((IPEndPoint)socket.RemoteEndPoint!)) is { } connection)
                {
                    connection.Start(connected: true);
                }
            }
            catch (SocketException failure)
            {
                SignalingLog.AcceptFailed(_log, failure.SocketErrorCode);
            }
            catch (Exception failure) when (failure is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private TcpConnection? Open(SipEndPoint remote)
    {
        if (_certificate is not null)
        {
            return null;
        }

        var endPoint = remote.ToIPEndPoint();
        var connection = Register(new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp), remote);
        connection?.Start(connected: false);
        return connection;
    }

    private TcpConnection? Register(Socket socket, SipEndPoint remote)
    {
        var ofSource = _perSource.AddOrUpdate(remote.AddressKey, 1, static (_, count) => count + 1);
        if (ofSource > _limits.PerSource || _byChannel.Count >= _limits.Connections)
        {
            _counters.CountRefusedConnection();
            Release(remote);
            socket.Dispose();
            return null;
        }

        socket.NoDelay = true;
        var transport = _certificate is null ? SipTransport.Tcp : SipTransport.Tls;
        var flow = new SipFlow(transport, remote, Interlocked.Increment(ref _lastChannel));
        var connection = new TcpConnection(socket, flow, _edge, Ended, _log) { Limits = _limits, Certificate = _certificate };
        _byChannel[flow.Channel] = connection;
        _byRemote[remote] = connection;
        return connection;
    }

    private void Ended(TcpConnection connection, bool inGoodOrder)
    {
        _byChannel.TryRemove(connection.Flow.Channel, out _);
        _byRemote.TryRemove(new KeyValuePair<SipEndPoint, TcpConnection>(connection.Flow.Remote, connection));
        Release(connection.Flow.Remote);

        // At a stop of ours it says nothing about the peer.
        if (!_stop.IsCancellationRequested)
        {
            _edge.Ended(connection.Flow, inGoodOrder);
        }
    }

    private void Release(SipEndPoint remote)
    {
        var left = _perSource.AddOrUpdate(remote.AddressKey, 0, static (_, count) => count - 1);
        if (left <= 0)
        {
            _perSource.TryRemove(new KeyValuePair<UInt128, int>(remote.AddressKey, left));
        }
    }
}
