using System.Net;
using CallCenter.Sip;
using CallCenter.Sip.Authentication;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Load.Transport;

/// <summary>
/// Many user agents behind one UDP port: their transactions, and the way from a datagram to the leg it belongs to. Everything but the
/// constructor, <see cref="Start"/> and <see cref="Dispose"/> runs on the loop's thread.
/// </summary>
public sealed class UserAgentHost : ITransactionUser, ISipTransport, ITicking, IDisposable
{
    private readonly Dictionary<SipTag, CallLeg> _legs = [];
    private readonly UdpChannel _channel;
    private readonly TransactionLayer _layer;
    private readonly LoadRandom _random = new();
    private readonly string _sentBy;
    private long _legCount;

    /// <summary>Binds the port; throws <see cref="System.Net.Sockets.SocketException"/> when it is taken.</summary>
    /// <param name="local">An address of this machine; port 0 takes a free one.</param>
    /// <param name="server">Where requests outside a dialog go.</param>
    public UserAgentHost(SimulationLoop loop, IPEndPoint local, IPEndPoint server)
    {
        Loop = loop;
        Server = SipEndPoint.From(server);
        _channel = new UdpChannel(loop, local, Receive);
        _layer = new TransactionLayer(this, this, _random);
        _sentBy = _channel.Local.ToString();
        loop.Add(this);
    }

    /// <summary>The address the host's user agents send from and are reached at.</summary>
    public SipEndPoint Local => _channel.Local;

    public SipEndPoint Server { get; }

    /// <summary>Legs that are not over for both sides.</summary>
    public int LiveLegs => _legs.Count;

    /// <summary>Datagrams that were not SIP.</summary>
    public int Unreadable { get; private set; }

    /// <summary>Asked who takes a call for this user part; null refuses it as busy.</summary>
    public Func<CallLeg, string, ICallParty?>? IncomingCall { get; set; }

    long ITicking.NextDueMs => _layer.NextDueMs;

    internal SimulationLoop Loop { get; }

    /// <summary>For one message at a time, composed and sent at once.</summary>
    internal SipMessageWriter Writer { get; } = new();

    /// <summary>Begins to receive.</summary>
    public void Start() => _channel.Start();

    /// <summary>Places a call; what happens is told to the party.</summary>
    public CallLeg Call(OutgoingCall call, ICallParty party)
    {
        var leg = new CallLeg(this, party, call.FromUser, NewInvite(call), call.Credentials, ++_legCount);
        _legs.Add(leg.LocalTag, leg);
        leg.Invite();
        return leg;
    }

    /// <summary>What answers the server's challenges for one account.</summary>
    public DigestClient NewCredentials(string username, string password) => new(new DigestIdentity(username, password), _random);

    public void Dispose() => _channel.Dispose();

    bool ISipTransport.Send(in SipFlow flow, ReadOnlySpan<byte> message) => _channel.Send(flow.Remote, message);

    void ITicking.Tick(long nowMs) => _layer.Tick(nowMs);

    void ITransactionUser.OnRequest(ServerTransaction transaction, SipMessage request, long nowMs)
    {
        if (SipTag.TryParse(request.ToTag, out var tag) && _legs.TryGetValue(tag, out var leg))
        {
            leg.OnRequest(transaction, request);
        }
        else if (!request.ToTag.IsEmpty)
        {
            transaction.Respond(481, nowMs);
        }
        else if (request.Method == SipMethod.Invite)
        {
            TakeInvite(transaction, request, nowMs);
        }
        else
        {
            transaction.Respond(request.Method is SipMethod.Options or SipMethod.Notify or SipMethod.Message ? 200 : 405, nowMs);
        }
    }

    void ITransactionUser.OnCancel(ServerTransaction invite, SipMessage cancel, long nowMs)
    {
        if (invite.Context is CallLeg leg)
        {
            leg.OnCancel(invite);
        }
        else
        {
            invite.Respond(487, nowMs);
        }
    }

    void ITransactionUser.OnAck(ServerTransaction? invite, SipMessage ack, long nowMs) => (invite?.Context as CallLeg)?.OnAck();

    void ITransactionUser.OnResponse(ClientTransaction transaction, SipMessage response, long nowMs) =>
        (transaction.Context as IClientUser)?.OnResponse(transaction, response);

    void ITransactionUser.OnStrayResponse(SipMessage response, long nowMs)
    {
        // The call it belongs to is long over.
    }

    void ITransactionUser.OnClientFailed(ClientTransaction transaction, TransactionFailure failure, long nowMs) =>
        (transaction.Context as IClientUser)?.OnFailed(transaction, failure);

    void ITransactionUser.OnServerFailed(ServerTransaction transaction, TransactionFailure failure, long nowMs) =>
        (transaction.Context as CallLeg)?.OnServerFailed();

    /// <summary>Sends what is composed in <see cref="Writer"/>; its responses go to the sender.</summary>
    internal ClientTransaction? Send(SipEndPoint to, IClientUser sender) =>
        _layer.Send(Writer, new SipFlow(SipTransport.Udp, to), Loop.NowMs, sender);

    internal LocalVia NewVia() => new(SipTransport.Udp, _sentBy, _random.NewBranch());

    internal string ContactOf(string user) => $"<sip:{user}@{_sentBy}>";

    internal SipUri ServerUri(string? user) => SipUri.Of(user, Server.Address.ToString(), Server.Port);

    internal InitialRequest NewRequest(SipUri requestUri, string localParty, string remoteParty) => new()
    {
        RequestUri = requestUri,
        LocalParty = localParty,
        RemoteParty = remoteParty,
        CallId = _random.NewCallId(),
        LocalTag = _random.NewTag(),
    };

    internal void Forget(CallLeg leg) => _legs.Remove(leg.LocalTag);

    private InitialRequest NewInvite(OutgoingCall call)
    {
        var target = ServerUri(call.ToUser);
        var from = new NameAddr(call.FromName, ServerUri(call.FromUser));
        return NewRequest(target, from.ToString(), $"<{target.Text}>");
    }

    private void TakeInvite(ServerTransaction transaction, SipMessage invite, long nowMs)
    {
        if (Dialog.CreateUas(invite, transaction.LocalTag) is not { } dialog)
        {
            transaction.Respond(400, nowMs, "Missing Contact");
            return;
        }

        var dialled = invite.RequestUri?.User ?? "";
        var leg = new CallLeg(this, transaction, dialog, dialled, ++_legCount);
        transaction.Context = leg;
        _legs.Add(leg.LocalTag, leg);
        if (IncomingCall?.Invoke(leg, dialled) is { } party)
        {
            leg.Party = party;
        }
        else
        {
            leg.Refuse(486);
        }
    }

    private void Receive(ReadOnlySpan<byte> bytes, SipEndPoint from)
    {
        var flow = new SipFlow(SipTransport.Udp, from);
        if (SipParser.TryParse(bytes, out var message, out _))
        {
            _layer.Receive(message!, flow, Loop.NowMs);
        }
        else
        {
            Unreadable++;
        }
    }
}
