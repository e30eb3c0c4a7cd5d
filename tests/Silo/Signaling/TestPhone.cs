using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using CallCenter.Silo.Signaling.Transport;
using CallCenter.Sip;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>
/// A user agent that does only what the test tells it: no transactions, no timers, so that ACKs can be lost and messages can cross. It
/// keeps what it receives; repetitions of the same bytes are dropped unless asked for.
/// </summary>
internal sealed class TestPhone : IDisposable
{
    private const int BufferBytes = 8 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Channel<SipMessage> _received = Channel.CreateUnbounded<SipMessage>();
    private readonly HashSet<string> _seen = [];
    private readonly StringBuilder _transcript = new();
    private readonly Thread _receiver;
    private readonly Random _random = new();
    private readonly IPEndPoint _silo;

    public TestPhone(IPEndPoint silo, string user = "phone")
    {
        _silo = silo;
        User = user;
        _socket.ReceiveBufferSize = BufferBytes;
        SocketAddresses.ForceReceiveBuffer(_socket, BufferBytes);
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        EndPoint = (IPEndPoint)_socket.LocalEndPoint!;
        _receiver = new Thread(Receive) { IsBackground = true };
        _receiver.Start();
    }

    public string User { get; }

    public IPEndPoint EndPoint { get; }

    /// <summary>Where it can be rung.</summary>
    public string Uri => $"sip:{User}@{EndPoint}";

    public string Contact => $"<{Uri}>";

    public string SentBy => EndPoint.ToString();

    /// <summary>Whether repetitions are received as well.</summary>
    public bool HearsRepetitions { get; set; }

    /// <summary>
    /// Questions inside a dialog whether it lives: answered by itself with this status, or received like anything else (0).
    /// </summary>
    public int SaysItLivesWith { get; set; } = 200;

    /// <summary>How many of them it answered by itself.</summary>
    public int Probes { get; private set; }

    public SipMessageWriter Writer { get; } = new();

    public LocalVia NewVia() => new(SipTransport.Udp, SentBy, new SipBranch(NextId()));

    public SipTag NewTag() => new(NextId());

    public string NewCallId() => NextId().ToString("x16");

    public void Send(SipMessageWriter writer) => SendRaw(writer.Written);

    public void SendRaw(ReadOnlySpan<byte> bytes)
    {
        lock (_transcript)
        {
            _transcript.Append("--> ").AppendLine(FirstLine(bytes));
        }

        _socket.SendTo(bytes, SocketFlags.None, _silo);
    }

    /// <summary>The next message, which has to be this request.</summary>
    public async Task<SipMessage> Expect(SipMethod method)
    {
        var message = await Next();
        Assert.True(message.IsRequest && message.Method == method, $"Expected {method}, got:\n{message}\nSo far:\n{Transcript()}");
        return message;
    }

    /// <summary>The next message but 100, which has to be this response.</summary>
    public async Task<SipMessage> Expect(int status)
    {
        var message = await Next();
        while (message.StatusCode == 100 && status != 100)
        {
            message = await Next();
        }

        Assert.True(message.StatusCode == status, $"Expected {status}, got:\n{message}\nSo far:\n{Transcript()}");
        return message;
    }

    /// <summary>The next message, whatever it is.</summary>
    public Task<SipMessage> ExpectAny() => Next();

    /// <summary>Nothing but what was expected has come, up to the answer to a question asked now.</summary>
    public void ExpectSilence() => Assert.False(_received.Reader.TryPeek(out _), Transcript());

    /// <summary>Answers a request.</summary>
    public void Respond(
        SipMessage request, int status, SipTag tag = default, byte[]? sdp = null, string? headers = null,
        (string Type, string Body)? body = null)
    {
        Writer.Response(request, status, tag);
        if (status is > 100 and < 300)
        {
            Writer.Header(SipHeader.Contact, Contact).Header(SipHeader.Allow, "INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE, INFO");
        }

        foreach (var line in (headers ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Writer.Header(line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..].Trim());
        }

        Send(body is { } other
            ? Writer.Body(Encoding.ASCII.GetBytes(other.Type), Encoding.ASCII.GetBytes(other.Body))
            : Writer.Sdp(sdp ?? []));
    }

    public string Transcript()
    {
        lock (_transcript)
        {
            return _transcript.ToString();
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _receiver.Join();
    }

    private async Task<SipMessage> Next()
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            return await _received.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{User} received nothing within {Patience.TotalSeconds} s. So far:\n{Transcript()}");
        }
    }

    private ulong NextId() => (ulong)_random.NextInt64(1, long.MaxValue);

    private void Receive()
    {
        var buffer = new byte[65536];
        EndPoint source = new IPEndPoint(IPAddress.Any, 0);
        while (true)
        {
            try
            {
                var length = _socket.ReceiveFrom(buffer, ref source);
                Take(buffer.AsSpan(0, length));
            }
            catch (SocketException)
            {
                return;
            }
            catch (ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Take(ReadOnlySpan<byte> datagram)
    {
        lock (_transcript)
        {
            _transcript.Append("<-- ").AppendLine(FirstLine(datagram));
        }

        if ((_seen.Add(Encoding.UTF8.GetString(datagram)) || HearsRepetitions)
            && SipParser.TryParse(datagram, out var message, out _))
        {
            message!.Flow = new SipFlow(SipTransport.Udp, SipEndPoint.From(_silo));
            if (SaysItLivesWith > 0 && message is { IsRequest: true, Method: SipMethod.Options, ToTag.IsEmpty: false })
            {
                Probes++;
                SendRaw(new SipMessageWriter().Response(message, SaysItLivesWith, default).End().Written);
            }
            else
            {
                _received.Writer.TryWrite(message);
            }
        }
    }

    private static string FirstLine(ReadOnlySpan<byte> message)
    {
        var text = Encoding.UTF8.GetString(message);
        var cseq = text.Split('\n').FirstOrDefault(line => line.StartsWith("CSeq", StringComparison.Ordinal))?.Trim();
        return $"{text.Split('\n')[0].Trim()}   ({cseq})";
    }
}
