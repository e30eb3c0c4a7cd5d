using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using CallCenter.Sip;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Signaling.Transport;

/// <summary>
/// SIP over TCP (RFC 3261 §18): accepts connections, opens them, and uses one again while it lives. Bounds: connections in total and
/// per source, bytes waiting to be sent, idle time. At a bound the newest connection is closed.
/// </summary>
internal sealed class TcpTransport : IDisposable
{
    private const int MostConnections = 4_096;
    private const int MostPerSource = 64;
    private readonly Socket _listener;
    private readonly NetworkInputs _inputs;
    private readonly SiloCounters _counters;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<long, TcpConnection> _byChannel = new();
    private readonly ConcurrentDictionary<SipEndPoint, TcpConnection> _byRemote = new();
    private readonly ConcurrentDictionary<UInt128, int> _perSource = new();
    private long _lastChannel;
    private Task _accepting = Task.CompletedTask;

    public TcpTransport(IPEndPoint bind, NetworkInputs inputs, SiloCounters counters, ILogger log)
    {
        _inputs = inputs;
        _counters = counters;
        _log = log;
        _listener = Listen(bind);
    }

    public IPEndPoint LocalEndPoint => (IPEndPoint)_listener.LocalEndPoint!;

    public void Start() => _accepting = Task.Run(AcceptAll);

    /// <summary>Queues a message on the flow's connection, or on one to its peer, which is opened if there is none. Never waits.</summary>
    public bool Send(in SipFlow flow, ReadOnlySpan<byte> message)
    {
        if (flow.Channel == 0 || !_byChannel.TryGetValue(flow.Channel, out var connection))
        {
            if (!_byRemote.TryGetValue(flow.Remote, out connection) && (connection = Open(flow.Remote)) is null)
            {
                _counters.SendFailures++;
                return false;
            }
        }

        if (!connection.TrySend(message))
        {
            _counters.SendFailures++;
            return false;
        }

        _counters.MessagesOut++;
        return true;
    }

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

    private static Socket Listen(IPEndPoint bind)
    {
        var socket = new Socket(bind.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(bind);
            socket.Listen(512);
            return socket;
        }
        catch (SocketException failure)
        {
            socket.Dispose();
            throw PortTakenException.For("TCP", bind, failure);
        }
    }

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
        var endPoint = remote.ToIPEndPoint();
        var connection = Register(new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp), remote);
        connection?.Start(connected: false);
        return connection;
    }

    private TcpConnection? Register(Socket socket, SipEndPoint remote)
    {
        var ofSource = _perSource.AddOrUpdate(remote.AddressKey, 1, static (_, count) => count + 1);
        if (ofSource > MostPerSource || _byChannel.Count >= MostConnections)
        {
            _counters.CountRefusedConnection();
            Release(remote);
            socket.Dispose();
            return null;
        }

        socket.NoDelay = true;
        var flow = new SipFlow(SipTransport.Tcp, remote, Interlocked.Increment(ref _lastChannel));
        var connection = new TcpConnection(socket, flow, _inputs, Ended, _log);
        _byChannel[flow.Channel] = connection;
        _byRemote[remote] = connection;
        return connection;
    }

    private void Ended(TcpConnection connection)
    {
        _byChannel.TryRemove(connection.Flow.Channel, out _);
        _byRemote.TryRemove(new KeyValuePair<SipEndPoint, TcpConnection>(connection.Flow.Remote, connection));
        Release(connection.Flow.Remote);
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
