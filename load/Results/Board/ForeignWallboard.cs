using System.Globalization;
using System.Net.WebSockets;
using System.Text;

namespace CallCenter.Load.Results.Board;

/// <summary>
/// One foreign wallboard: <c>/hubs/board</c> in SignalR's JSON protocol over a bare WebSocket. It reads of each message what it measures
/// and nothing else. A connection that breaks is made again and goes on where it stood.
/// </summary>
internal sealed class ForeignWallboard : IDisposable
{
    private const int BufferBytes = 16 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly byte[] Handshake = Message("""{"protocol":"json","version":1}""");
    private static readonly byte[] Subscribe = Message("""{"type":1,"target":"Subscribe","arguments":[]}""");
    private static readonly byte[] PingMessage = Message("""{"type":6}""");

    private readonly Uri _address;
    private readonly HttpMessageInvoker _http;
    private readonly BoardDelays _delays;
    private readonly Func<long> _nowMicros;
    private readonly HubMessageHeads _heads;
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ClientWebSocket? _socket;
    private long _sequence = -1;
    private bool _isConnected;

    public ForeignWallboard(Uri address, HttpMessageInvoker http, BoardDelays delays, Func<long> nowMicros)
    {
        _address = address;
        _http = http;
        _delays = delays;
        _nowMicros = nowMicros;
        _heads = new HubMessageHeads(Take);
    }

    /// <summary>Completes with the first snapshot; fails when the first connection does.</summary>
    public Task First => _first.Task;

    /// <summary>Follows until cancelled.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        var buffer = new byte[BufferBytes];
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await Follow(buffer, cancellation).ConfigureAwait(false);
            }
            catch (Exception problem) when (problem is WebSocketException or HttpRequestException or IOException)
            {
                if (_first.TrySetException(problem)) return;
            }
            catch (OperationCanceledException)
            {
                _first.TrySetCanceled(cancellation);
                return;
            }

            if (_isConnected) _delays.Broken();
            _isConnected = false;
            await Task.Delay(Pause, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Tells the server that this end is alive, which it wants to hear every 30 s.</summary>
    public async Task Ping(CancellationToken cancellation)
    {
        try
        {
            if (_socket is { State: WebSocketState.Open } socket) await Send(socket, PingMessage, cancellation).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The receiving side notices as well and connects again.
        }
    }

    public void Dispose() => _socket?.Dispose();

    private async Task Follow(byte[] buffer, CancellationToken cancellation)
    {
        _heads.Clear();
        _socket?.Dispose();
        var socket = _socket = new ClientWebSocket();
        await socket.ConnectAsync(_address, _http, cancellation).ConfigureAwait(false);
        _isConnected = true;
        await Send(socket, Handshake, cancellation).ConfigureAwait(false);
        await Send(socket, _sequence < 0 ? Subscribe : Resume(_sequence), cancellation).ConfigureAwait(false);
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), cancellation).ConfigureAwait(false);
            if (received.MessageType == WebSocketMessageType.Close) return;
            _delays.Received(received.Count);
            _heads.Take(buffer.AsSpan(0, received.Count));
        }
    }

    private void Take(HubMessage message)
    {
        switch (message.Kind)
        {
            case HubMessageKind.Snapshot:
                _sequence = message.To;
                _first.TrySetResult();
                break;
            case HubMessageKind.Delta when message.To > _sequence:
                _delays.Delta(message.OldestChangeMicros, _nowMicros(), isGap: message.From != _sequence);
                _sequence = message.To;
                break;
            case HubMessageKind.Unreadable:
                _delays.Unreadable();
                break;
        }
    }

    private static Task Send(ClientWebSocket socket, byte[] message, CancellationToken cancellation) =>
        socket.SendAsync(message, WebSocketMessageType.Text, true, cancellation);

    private static byte[] Resume(long sequence) => Message(string.Create(
        CultureInfo.InvariantCulture, $$"""{"type":1,"target":"Resume","arguments":[{{sequence}}]}"""));

    private static byte[] Message(string json) => Encoding.UTF8.GetBytes(json + '\u001e');
}
