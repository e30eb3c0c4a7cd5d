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
/// A stranger who sends INVITEs at a rate, each a new call, and cares for no answer. At an address of its own where loopback has more than
/// one, so that the phones are not taken for it.
/// </summary>
internal sealed class FloodSource : IDisposable
{
    private static readonly IPAddress OwnLoopback = IPAddress.Parse("127.0.0.66");
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(5);

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
                Send();
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

    private void Send()
    {
        Sent++;
        var target = SipUri.Of("100", _server.Address.ToString(), _server.Port);
        var stranger = string.Create(CultureInfo.InvariantCulture, $"sip:stranger{Sent}@{_channel.Local}");
        var request = new InitialRequest
        {
            RequestUri = target,
            LocalParty = $"<{stranger}>",
            RemoteParty = $"<{target.Text}>",
            CallId = _random.NewCallId(),
            LocalTag = _random.NewTag(),
        };
        request.Begin(_writer, SipMethod.Invite, new LocalVia(SipTransport.Udp, _channel.Local.ToString(), _random.NewBranch()))
            .Header(SipHeader.Contact, $"<{stranger}>").End();
        _channel.Send(_server, _writer.Written);
    }
}
