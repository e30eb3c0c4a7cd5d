using System.Net.Sockets;
using System.Threading.Channels;
using CallCenter.Sip;
using CallCenter.Sip.Messages;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Signaling.Transport;

/// <summary>
/// One TCP connection: a reader that cuts messages and waits when the loop lags behind, a writer with a bounded queue. Ends itself
/// when the peer closes, breaks the framing, is silent too long, or does not take what is sent to it.
/// </summary>
internal sealed class TcpConnection : IDisposable
{
    private const int MostUnsent = 1_024;
    private const int MostUnhandled = 256;
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan SilentAtMost = TimeSpan.FromHours(2);
    private static readonly byte[] Pong = "\r\n"u8.ToArray();
    private readonly Socket _socket;
    private readonly NetworkInputs _inputs;
    private readonly Action<TcpConnection> _ended;
    private readonly ILogger _log;
    private readonly Channel<byte[]> _unsent = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(MostUnsent) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly SemaphoreSlim _unhandled = new(MostUnhandled);
    private readonly CancellationTokenSource _closing = new();
    private int _over;

    public TcpConnection(Socket socket, SipFlow flow, NetworkInputs inputs, Action<TcpConnection> ended, ILogger log)
    {
        _socket = socket;
        Flow = flow;
        _inputs = inputs;
        _ended = ended;
        _log = log;
    }

    public SipFlow Flow { get; }

    public void Start(bool connected) => _ = Task.Run(() => Run(connected));

    /// <summary>Queues a copy of the message; false when the connection is over. A peer that takes nothing loses its connection.</summary>
    public bool TrySend(ReadOnlySpan<byte> message)
    {
        if (Volatile.Read(ref _over) != 0)
        {
            return false;
        }

        if (_unsent.Writer.TryWrite(message.ToArray()))
        {
            return true;
        }

        Close();
        return false;
    }

    /// <summary>Ends the connection; safe to repeat, from any thread.</summary>
    public void Close()
    {
        if (Interlocked.Exchange(ref _over, 1) == 0)
        {
            _closing.Cancel();
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _unhandled.Dispose();
        _closing.Dispose();
    }

    private async Task Run(bool connected)
    {
        var broke = false;
        try
        {
            if (!connected)
            {
                await Connect().ConfigureAwait(false);
            }

            var writing = Write();
            await Read().ConfigureAwait(false);
            Close();
            await writing.ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            broke = !connected || failure is SocketException;
            SignalingLog.ConnectionEnded(_log, Flow.Remote.ToString(), failure.Message);
        }
        finally
        {
            Close();
            _ended(this);
            if (broke || _unsent.Reader.Count > 0)
            {
                _inputs.Failure(Flow);
            }

            Dispose();
        }
    }

    private async Task Connect()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
        limit.CancelAfter(ConnectWithin);
        await _socket.ConnectAsync(Flow.Remote.ToIPEndPoint(), limit.Token).ConfigureAwait(false);
    }

    private async Task Write()
    {
        try
        {
            await foreach (var message in _unsent.Reader.ReadAllAsync(_closing.Token).ConfigureAwait(false))
            {
                for (var sent = 0; sent < message.Length;)
                {
                    sent += await _socket.SendAsync(message.AsMemory(sent), _closing.Token).ConfigureAwait(false);
                }
            }
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            Close();
        }
    }

    private async Task Read()
    {
        var framer = new SipStreamFramer();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            using var silence = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
            silence.CancelAfter(SilentAtMost);
            var length = await _socket.ReceiveAsync(buffer, silence.Token).ConfigureAwait(false);
            if (length == 0)
            {
                return;
            }

            framer.Append(buffer.AsSpan(0, length));
            var taken = 0;
            while (TakeNext(framer, ref taken, out var goOn))
            {
                if (!goOn)
                {
                    return;
                }
            }

            _inputs.Loop.Drain();
            for (; taken > 0; taken--)
            {
                await _unhandled.WaitAsync(_closing.Token).ConfigureAwait(false);
            }
        }
    }

    /// <summary>False when more bytes are needed; <paramref name="goOn"/> is false when the stream cannot be understood.</summary>
    private bool TakeNext(SipStreamFramer framer, ref int taken, out bool goOn)
    {
        goOn = true;
        switch (framer.Next(out var bytes))
        {
            case StreamFrame.Message:
                if (!SipParser.TryParse(bytes, out var message, out var error) && message is null)
                {
                    goOn = false;
                }
                else
                {
                    message!.Flow = Flow;
                }

                taken++;
                _inputs.Message(message, error, () => _unhandled.Release());
                return true;
            case StreamFrame.KeepAlive:
                TrySend(Pong);
                return true;
            case StreamFrame.Broken:
                goOn = false;
                return true;
            default:
                return false;
        }
    }
}
