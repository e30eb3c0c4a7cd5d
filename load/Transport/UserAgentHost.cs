using System.Net;
using CallCenter.Sip;
using CallCenter.Sip.Authentication;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Load.Transport;

/// <summary>
/// Many user agents behind one port: their transactions, and the way from a message to the leg it belongs to. UDP, and one TCP
/// connection for those who want it. Everything but the constructor, <see cref="Start"/> and <see cref="Dispose"/> runs on the loop's
/// thread.
/// </summary>
public sealed partial class UserAgentHost : ITransactionUser, ISipTransport, ITicking, IDisposable
{
    // A call leaves transactions behind for 32 s (timers J, L, M): room for 5,000 calls a second.
    private const int MostTransactions = 1_000_000;

    private readonly Dictionary<SipTag, CallLeg> _legs = [];
    private readonly HashSet<string> _silent = [];
    private readonly UdpChannel _channel;
    private readonly TcpChannel _stream;
    private readonly TransactionLayer _layer;
    private readonly LoadRandom _random = new();
    private readonly string _sentBy;
    private readonly string _serverHost;
    private long _legCount;

    /// <summary>Binds the port; throws <see cref="System.Net.Sockets.SocketException"/> when it is taken.</summary>
    /// <param name="local">An address of this machine; port 0 takes a free one.</param>
    /// <param name="server">Where requests outside a dialog go.</param>
    public UserAgentHost(SimulationLoop loop, IPEndPoint local, IPEndPoint server)
    {
        Loop = loop;
        Server = SipEndPoint.From(server);
        _channel = new UdpChannel(loop, local, Receive);
        _stream = new TcpChannel(loop, _channel.Local, Server, ReceiveFromStream, StreamBroke);
        _layer = new TransactionLayer(this, this, _random, new TransactionOptions { MaxTransactions = MostTransactions });
        _sentBy = _channel.Local.ToString();
        LocalHost = _channel.Local.Address.ToString();
        _serverHost = Server.Address.ToString();
        loop.Add(this);
    }

    /// <summary>The address the host's user agents send from and are reached at.</summary>
    public SipEndPoint Local => _channel.Local;

    public SipEndPoint Server { get; }

    /// <summary>Legs that are not over for both sides.</summary>
    public int LiveLegs => _legs.Count;

    /// <summary>Messages that were not SIP.</summary>
    public int Unreadable { get; private set; }

    /// <summary>Loss and duplicates of the datagrams, both ways; null: none.</summary>
    internal WireFaults? Faults
    {
        get => _channel.Faults;
        set => _channel.Faults = value;
    }

    /// <summary>Asked who takes a call for this user part; null refuses it as busy.</summary>
    public Func<CallLeg, string, ICallParty?>? IncomingCall { get; set; }

    long ITicking.NextDueMs => _layer.NextDueMs;

    internal SimulationLoop Loop { get; }

    /// <summary>The address of <see cref="Local"/> as text.</summary>
    internal string LocalHost { get; }

    /// <summary>For one message at a time, composed and sent at once.</summary>
    internal SipMessageWriter Writer { get; } = new();

    /// <summary>Begins to receive.</summary>
    public void Start() => _channel.Start();

    /// <summary>Places a call; what happens is told to the party.</summary>
    public CallLeg Call(OutgoingCall call, ICallParty party)
    {
        var leg = new CallLeg(this, party, call, NewInvite(call), ++_legCount);
        _legs.Add(leg.LocalTag, leg);
        leg.Invite();
        return leg;
    }

    /// <summary>What answers the server's challenges for one account.</summary>
    public DigestClient NewCredentials(string username, string password) => new(new DigestIdentity(username, password), _random);

    public void Dispose()
    {
        _channel.Dispose();
        _stream.Dispose();
    }

    /// <summary>Sends what is composed in <see cref="Writer"/>; its responses go to the sender.</summary>
    internal ClientTransaction? Send(SipFlow flow, IClientUser sender) => _layer.Send(Writer, in flow, Loop.NowMs, sender);

    /// <summary>The way to the server.</summary>
    internal SipFlow ServerFlow(SipTransport transport) => new(transport, Server);

    internal LocalVia NewVia(SipTransport transport) => new(transport, _sentBy, _random.NewBranch());

    internal string ContactOf(string user, SipTransport transport) =>
        transport == SipTransport.Tcp ? $"<sip:{user}@{_sentBy};transport=tcp>" : $"<sip:{user}@{_sentBy}>";

    internal SipUri ServerUri(string? user) => SipUri.Of(user, _serverHost, Server.Port);

    internal InitialRequest NewRequest(SipUri requestUri, string localParty, string remoteParty) => new()
    {
        RequestUri = requestUri,
        LocalParty = localParty,
        RemoteParty = remoteParty,
        CallId = _random.NewCallId(),
        LocalTag = _random.NewTag(),
    };

    /// <summary>Takes this user off the network, or back on it: what is sent to him meanwhile gets lost.</summary>
    internal void Silence(string user, bool silent)
    {
        if (silent)
        {
            _silent.Add(user);
        }
        else
        {
            _silent.Remove(user);
        }
    }

    internal void Forget(CallLeg leg) => _legs.Remove(leg.LocalTag);

    private InitialRequest NewInvite(OutgoingCall call)
    {
        var target = ServerUri(call.ToUser);
        var from = new NameAddr(call.FromName, ServerUri(call.FromUser));
        return NewRequest(target, from.ToString(), $"<{target.Text}>");
    }
}
