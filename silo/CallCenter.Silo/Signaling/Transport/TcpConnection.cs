using System.Buffers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading.Channels;
using CallCenter.Silo.Loop;
using CallCenter.Sip;
using CallCenter.Sip.Messages;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Signaling.Transport;

/// <summary>
/// One connection, TCP or TLS: (1) it is opened or the handshake made; (2) a reader cuts messages and waits when the loop lags behind,
/// while a writer empties a bounded queue; (3) it ends itself when the peer closes, breaks the framing, is silent or busy with one message
/// too long, or does not take what is sent to it. While nothing comes it holds no buffer: it waits for the first byte with an empty one.
/// </summary>
internal sealed class TcpConnection : IDisposable
{
    private const int MostUnsent = 1_024;
    private const int MostUnsentBytes = 1024 * 1024;
    private const int MostUnhandled = 256;
    private const int ReadBytes = 16 * 1024;
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(4);
    private static readonly byte[] Pong = "\r\n"u8.ToArray();
    private readonly Socket _socket;
    private readonly SipEdge _edge;
    private readonly Action<TcpConnection, bool> _ended;
    private readonly ILogger _log;
    private readonly Channel<byte[]> _unsent = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(MostUnsent) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Never disposed: the loop may still handle messages of a connection that is gone, and says so here.</summary>
    private readonly SemaphoreSlim _unhandled = new(MostUnhandled);
    private readonly CancellationTokenSource _closing = new();
    private readonly SipStreamFramer _framer = new();
    private readonly TouchedLoops _touched = new();
    private Stream _stream = Stream.Null;
    private int _unsentBytes;
    private int _over;

    /// <param name="ended">Told at the end, with whether it came in good order: nothing was left unsent, the network did not fail.</param>
    public TcpConnection(Socket socket, SipFlow flow, SipEdge edge, Action<TcpConnection, bool> ended, ILogger log)
    {
        _socket = socket;
        Flow = flow;
        _edge = edge;
        _ended = ended;
        _log = log;
    }

    public SipFlow Flow { get; }

    public required StreamLimits Limits { get; init; }

    /// <summary>Null: plain TCP.</summary>
    public required TlsCertificate? Certificate { get; init; }

    public void Start(bool connected) => _ = Task.Run(() => Run(connected));

    /// <summary>Queues a copy of the message; false when the connection is over. A peer that takes nothing loses its connection.</summary>
    public bool TrySend(ReadOnlySpan<byte> message)
    {
        if (Volatile.Read(ref _over) != 0)
        {
            return false;
        }

        if (Interlocked.Add(ref _unsentBytes, message.Length) <= MostUnsentBytes && _unsent.Writer.TryWrite(message.ToArray()))
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
        _stream.Dispose();
        _socket.Dispose();
        _closing.Dispose();
    }

    private async Task Run(bool connected)
    {
        var broke = false;
        try
        {
            await Open(connected).ConfigureAwait(false);
            var writing = Write();
            await Read(connected).ConfigureAwait(false);
            Close();
            await writing.ConfigureAwait(false);
        }
        catch (Exception failure) when (IsOfTheNetwork(failure))
        {
            broke = !connected || failure is SocketException or IOException;
            SignalingLog.ConnectionEnded(_log, Flow.Remote.ToString(), failure.Message);
        }
        finally
        {
            Close();
            _ended(this, !broke && _unsent.Reader.Count == 0);
            Dispose();
        }
    }

    private static bool IsOfTheNetwork(Exception failure) => failure
        is SocketException or IOException or OperationCanceledException or ObjectDisposedException or AuthenticationException;

    private async Task Open(bool connected)
    {
        _closing.CancelAfter(connected ? Limits.MessageWithin : ConnectWithin);
        if (!connected)
        {
            await _socket.ConnectAsync(Flow.Remote.ToIPEndPoint(), _closing.Token).ConfigureAwait(false);
        }

        _stream = new NetworkStream(_socket, ownsSocket: false);
        if (Certificate is not null)
        {
            var tls = new SslStream(_stream, leaveInnerStreamOpen: false);
            _stream = tls;
            await tls.AuthenticateAsServerAsync(Certificate.ForHandshake(), _closing.Token).ConfigureAwait(false);
        }
    }

    private async Task Write()
    {
        try
        {
            await foreach (var message in _unsent.Reader.ReadAllAsync(_closing.Token).ConfigureAwait(false))
            {
                await _stream.WriteAsync(message, _closing.Token).ConfigureAwait(false);
                Interlocked.Add(ref _unsentBytes, -message.Length);
            }
        }
        catch (Exception failure) when (IsOfTheNetwork(failure))
        {
            Close();
        }
    }

    private async Task Read(bool connected)
    {
        var begun = 0L;
        var silence = connected ? Limits.FirstMessageWithin : Limits.SilentAtMost;
        while (true)
        {
            _closing.CancelAfter(begun == 0 ? silence : Left(begun));
            if (begun == 0)
            {
                await _stream.ReadAsync(Memory<byte>.Empty, _closing.Token).ConfigureAwait(false);
            }

            if (await ReadSome().ConfigureAwait(false) is not { } taken)
            {
                return;
            }

            _touched.Drain();
            silence = taken > 0 ? Limits.SilentAtMost : silence;
            begun = !_framer.IsInMessage ? 0 : begun == 0 || taken > 0 ? Environment.TickCount64 : begun;
            _framer.Rest();
            for (; taken > 0; taken--)
            {
                await _unhandled.WaitAsync(_closing.Token).ConfigureAwait(false);
            }
        }
    }

    /// <summary>How long the message that began then may still take.</summary>
    private TimeSpan Left(long begun)
    {
        var left = Limits.MessageWithin - TimeSpan.FromMilliseconds(Environment.TickCount64 - begun);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>The number of messages that were complete; null at the end of the stream or of all understanding.</summary>
    private async Task<int?> ReadSome()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ReadBytes);
        try
        {
            var length = await _stream.ReadAsync(buffer, _closing.Token).ConfigureAwait(false);
            if (length == 0)
            {
                return null;
            }

            _framer.Append(buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        var taken = 0;
        while (TakeNext(ref taken, out var goOn))
        {
            if (!goOn)
            {
                return null;
            }
        }

        return taken;
    }

    /// <summary>False when more bytes are needed; <paramref name="goOn"/> is false when the stream cannot be understood.</summary>
    private bool TakeNext(ref int taken, out bool goOn)
    {
        goOn = true;
        switch (_framer.Next(out var bytes))
        {
            case StreamFrame.Message when _edge.Drops(Flow.Remote, bytes):
                return true;
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
                _edge.Receive(message, error, () => _unhandled.Release(), _touched);
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
