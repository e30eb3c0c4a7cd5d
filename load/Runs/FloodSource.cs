using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CallCenter.Load.Scenarios;
using CallCenter.Load.Transport;
using CallCenter.Sip;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;

namespace CallCenter.Load.Runs;

/// <summary>
/// A stranger who sends requests at a rate, each of a new Call-ID, and cares for no answer. At an address of its own where loopback has
/// more than one, so that the phones are not taken for it.
/// </summary>
internal sealed class FloodSource : IDisposable
{
    private static readonly IPAddress OwnLoopback = IPAddress.Parse("127.0.0.66");
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(5);

    private const int FirstGuess = 100;
    private const int Guesses = 900;

    private readonly SimulationLoop _loop;
    private readonly SipEndPoint _server;
    private readonly UdpChannel _channel;
    private readonly SipMessageWriter _writer = new();
    private readonly LoadRandom _random = new();
    private LoopTimer? _next;

    public FloodSource(SimulationLoop loop, IPEndPoint server)
    {
        _loop = loop;
        _server = SipEndPoint.From(server);
        _channel = Open(loop, server, (_, _) => Answers++);
        _channel.Start();
    }

    public int Sent { get; private set; }

    /// <summary>Datagrams that came back.</summary>
    public int Answers { get; private set; }

    public SipEndPoint Local => _channel.Local;

    /// <param name="over">Told after the last one.</param>
    public void Start(Incident flood, Action over)
    {
        var started = _loop.Now;
        SendDue();

        void SendDue()
        {
            var elapsed = _loop.Now - started;
            var due = (int)Math.Round((elapsed < flood.For ? elapsed : flood.For).TotalSeconds * flood.Rate);
            while (Sent < due)
            {
                Send(flood.Method);
            }

            if (elapsed < flood.For)
            {
                _next = _loop.After(Step, SendDue);
            }
            else
            {
                over();
            }
        }
    }

    public void Stop() => _next?.Cancel();

    public void Dispose()
    {
        Stop();
        _channel.Dispose();
    }

    private static UdpChannel Open(SimulationLoop loop, IPEndPoint server, DatagramHandler handler)
    {
        try
        {
            var own = IPAddress.IsLoopback(server.Address) ? OwnLoopback : LocalAddress.Towards(server);
            return new UdpChannel(loop, new IPEndPoint(own, 0), handler);
        }
        catch (SocketException)
        {
            return new UdpChannel(loop, new IPEndPoint(LocalAddress.Towards(server), 0), handler);
        }
    }

    private void Send(FloodMethod method)
    {
        var guess = (FirstGuess + (Sent % Guesses)).ToString(CultureInfo.InvariantCulture);
        Sent++;
        var host = _server.Address.ToString();
        var extension = SipUri.Of(guess, host, _server.Port);
        var stranger = string.Create(CultureInfo.InvariantCulture, $"sip:stranger{Sent}@{_channel.Local}");
        var (verb, target, local) = method switch
        {
            FloodMethod.Register => (SipMethod.Register, SipUri.Of(null, host, _server.Port), $"<{extension.Text}>"),
            FloodMethod.Options => (SipMethod.Options, extension, $"<{stranger}>"),
            _ => (SipMethod.Invite, extension, $"<{stranger}>"),
        };
        var request = new InitialRequest
        {
            RequestUri = target,
            LocalParty = local,
            RemoteParty = $"<{extension.Text}>",
            CallId = _random.NewCallId(),
            LocalTag = _random.NewTag(),
        };
        request.Begin(_writer, verb, new LocalVia(SipTransport.Udp, _channel.Local.ToString(), _random.NewBranch()))
            .Header(SipHeader.Contact, $"<{stranger}>").End();
        _channel.Send(_server, _writer.Written);
    }
}
