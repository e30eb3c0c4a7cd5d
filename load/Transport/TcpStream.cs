using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using CallCenter.Sip.Messages;

namespace CallCenter.Load.Transport;

/// <summary>Takes one message cut from a stream; on the reading task. The bytes are only valid during the call.</summary>
internal delegate void StreamMessageHandler(ReadOnlySpan<byte> message);

/// <summary>
/// One TCP connection: reads, cuts messages and writes on tasks of its own, so that a server that takes nothing stops nobody.
/// </summary>
internal sealed class TcpStream : IDisposable
{
    /// <summary>Messages waiting to be written; beyond it the connection is given up.</summary>
    private const int MostUnsent = 16_384;

    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(5);
    private static readonly byte[] Pong = "\r\n"u8.ToArray();

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly Channel<byte[]> _unsent = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(MostUnsent) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly CancellationTokenSource _closing = new();
    private readonly StreamMessageHandler _received;
    private readonly Action<TcpStream> _ended;

    private TcpStream(StreamMessageHandler received, Action<TcpStream> ended)
    {
        _received = received;
        _ended = ended;
    }

    /// <summary>Begins to connect; what is sent meanwhile waits.</summary>
    /// <param name="ended">Told once, on a task: refused, closed by either side, or broken.</param>
    public static TcpStream Open(IPEndPoint local, IPEndPoint server, StreamMessageHandler received, Action<TcpStream> ended)
    {
        var stream = new TcpStream(received, ended);
        _ = Task.Run(() => stream.Run(local, server));
        return stream;
    }

    /// <summary>Queues a copy; false when it cannot be sent any more.</summary>
    public bool TrySend(ReadOnlySpan<byte> message)
    {
        if (_unsent.Writer.TryWrite(message.ToArray()))
        {
            return true;
        }

        Dispose();
        return false;
    }

    public void Dispose()
    {
        _unsent.Writer.TryComplete();
        _closing.Cancel();
    }

    private async Task Run(IPEndPoint local, IPEndPoint server)
    {
        try
        {
            // The port of the connection before may still be in TIME_WAIT.
            _socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            _socket.Bind(local);
            using (var patience = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token))
            {
                patience.CancelAfter(ConnectWithin);
                await _socket.ConnectAsync(server, patience.Token).ConfigureAwait(false);
            }

            await await Task.WhenAny(Read(), Write()).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Refused, broken or closed: whoever waits for an answer hears of it below.
        }
        finally
        {
            Dispose();
            _socket.Dispose();
            _ended(this);
        }
    }

    private async Task Read()
    {
        var framer = new SipStreamFramer();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var length = await _socket.ReceiveAsync(buffer, _closing.Token).ConfigureAwait(false);
            if (length == 0 || !Cut(framer, buffer.AsSpan(0, length)))
            {
                return;
            }
        }
    }

    /// <summary>Hands on every whole message; false when the stream cannot be understood.</summary>
    private bool Cut(SipStreamFramer framer, ReadOnlySpan<byte> bytes)
    {
        framer.Append(bytes);
        while (true)
        {
            switch (framer.Next(out var message))
            {
                case StreamFrame.Message:
                    _received(message);
                    break;
                case StreamFrame.KeepAlive:
                    _unsent.Writer.TryWrite(Pong);
                    break;
                case StreamFrame.Broken:
                    return false;
                default:
                    return true;
            }
        }
    }

    private async Task Write()
    {
        await foreach (var message in _unsent.Reader.ReadAllAsync(_closing.Token).ConfigureAwait(false))
        {
            for (var rest = message.AsMemory(); !rest.IsEmpty;)
            {
                rest = rest[await _socket.SendAsync(rest, _closing.Token).ConfigureAwait(false)..];
            }
        }
    }
}
