using System.Net;
using CallCenter.Load.Transport;
using CallCenter.Sip;
using CallCenter.Sip.Authentication;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Load.Tests.Transport;

/// <summary>A registrar on a socket of its own: challenges, grants what it is told to, remembers the last binding; refuses calls.</summary>
internal sealed class TestRegistrar : ITransactionUser, ISipTransport, IDisposable
{
    private readonly SimulationLoop _loop;
    private readonly UdpChannel _channel;
    private readonly TransactionLayer _layer;
    private readonly Func<DigestServer> _newDigest;
    private DigestServer _digest;
    private readonly SipMessageWriter _writer = new();

    public TestRegistrar(SimulationLoop loop, IReadOnlyDictionary<string, string> passwords)
    {
        _loop = loop;
        var random = new LoadRandom();
        _newDigest = () => new DigestServer(
            new DigestServerOptions { Realm = "test" },
            (user, realm, algorithm) => passwords.TryGetValue(user, out var password) ? algorithm.Ha1(user, realm, password) : null,
            random);
        _digest = _newDigest();
        _layer = new TransactionLayer(this, this, random);
        _channel = new UdpChannel(loop, new IPEndPoint(IPAddress.Loopback, 0), Receive);
        _channel.Start();
    }

    public IPEndPoint Address => _channel.Local.ToIPEndPoint();

    public int GrantSeconds { get; init; } = 300;

    /// <summary>The Contact now bound; null for none.</summary>
    public string? Binding { get; private set; }

    public int Registrations { get; private set; }

    public int Challenges { get; private set; }

    /// <summary>As a restart does.</summary>
    public void ForgetNonces() => _digest = _newDigest();

    public void OnRequest(ServerTransaction transaction, SipMessage request, long nowMs)
    {
        if (request.Method != SipMethod.Register)
        {
            transaction.Respond(480, nowMs);
            return;
        }

        if (!_digest.Verify(request, nowMs).IsAccepted)
        {
            Challenges++;
            transaction.Respond(_digest.Challenge(transaction.Begin(_writer, 401), nowMs).End(), nowMs);
            return;
        }

        Registrations++;
        var contact = request.Contact!.WithoutParameters().ToString();
        var response = transaction.Begin(_writer, 200);
        Binding = request.Expires > 0 ? contact : null;
        if (Binding is not null)
        {
            response.Header(SipHeader.Contact, $"{contact};expires={GrantSeconds}");
        }

        transaction.Respond(response.End(), nowMs);
    }

    public void OnCancel(ServerTransaction invite, SipMessage cancel, long nowMs) => throw new InvalidOperationException();

    public void OnAck(ServerTransaction? invite, SipMessage ack, long nowMs) => throw new InvalidOperationException();

    public void OnResponse(ClientTransaction transaction, SipMessage response, long nowMs) => throw new InvalidOperationException();

    public void OnStrayResponse(SipMessage response, long nowMs) => throw new InvalidOperationException();

    public void OnClientFailed(ClientTransaction transaction, TransactionFailure failure, long nowMs) =>
        throw new InvalidOperationException();

    public void OnServerFailed(ServerTransaction transaction, TransactionFailure failure, long nowMs) =>
        throw new InvalidOperationException();

    public bool Send(in SipFlow flow, ReadOnlySpan<byte> message) => _channel.Send(flow.Remote, message);

    public void Dispose() => _channel.Dispose();

    private void Receive(ReadOnlySpan<byte> bytes, SipEndPoint from)
    {
        Assert.True(SipParser.TryParse(bytes, out var message, out _));
        _layer.Receive(message!, new SipFlow(SipTransport.Udp, from), _loop.NowMs);
    }
}
