using BenchmarkDotNet.Attributes;
using CallCenter.Sip;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Benchmarks;

/// <summary>
/// The four transactions of a call, from the caller's INVITE to the last one's end: INVITE and BYE received, INVITE and BYE sent, with the
/// writing of the six messages that leave, without parser and sockets. One operation is one call.
/// </summary>
public class TransactionBenchmark : ISipTransport, ITransactionUser
{
    /// <summary>Longer than any transaction lives.</summary>
    private const long BetweenCallsMs = 40_000;

    private readonly TransactionLayer _layer;
    private readonly SipMessageWriter _writer = new();
    private readonly SipMessage _invite = SipCall.Invite();
    private readonly SipMessage _ack = SipCall.InDialog("ACK", 1);
    private readonly SipMessage _bye = SipCall.InDialog("BYE", 2);
    private readonly SipMessage _ringing = SipCall.Response(180, SipMethod.Invite, 1);
    private readonly SipMessage _answer = SipCall.Response(200, SipMethod.Invite, 1, withSdp: true);
    private readonly SipMessage _gone = SipCall.Response(200, SipMethod.Bye, 1);
    private readonly InitialRequest _request = new()
    {
        RequestUri = SipUri.Parse("sip:employee@127.0.0.1:6000"),
        LocalParty = "<sip:+380501112233@127.0.0.1>",
        RemoteParty = "<sip:employee@127.0.0.1>",
        CallId = "fedcba9876543210fedcba9876543210",
        LocalTag = new SipTag(SipCall.OwnId),
    };

    private ServerTransaction _caller = null!;
    private long _now;
    private long _sent;

    public TransactionBenchmark() => _layer = new TransactionLayer(this, this, new NoChance());

    [Benchmark]
    public long Call()
    {
        var before = _sent;
        _now += BetweenCallsMs;
        _layer.Tick(_now);
        _layer.Receive(_invite, SipCall.Trunk, _now);
        Send(SipMethod.Invite);
        _layer.Receive(_ringing, SipCall.Phone, _now);
        _layer.Receive(_answer, SipCall.Phone, _now);
        _layer.Receive(_ack, SipCall.Trunk, _now);
        _layer.Receive(_bye, SipCall.Trunk, _now);
        Send(SipMethod.Bye);
        _layer.Receive(_gone, SipCall.Phone, _now);
        return _sent - before == 6 ? _sent : throw new InvalidOperationException($"{_sent - before} messages were sent.");
    }

    bool ISipTransport.Send(in SipFlow flow, ReadOnlySpan<byte> message)
    {
        _sent++;
        return true;
    }

    void ITransactionUser.OnRequest(ServerTransaction transaction, SipMessage request, long nowMs)
    {
        if (request.Method == SipMethod.Invite)
        {
            _caller = transaction;
        }
        else
        {
            transaction.Respond(200, nowMs);
        }
    }

    void ITransactionUser.OnResponse(ClientTransaction transaction, SipMessage response, long nowMs)
    {
        if (transaction is not InviteClientTransaction invite)
        {
            return;
        }

        _caller.Respond(
            _caller.Begin(_writer, response.StatusCode).Header(SipHeader.Contact, SipCall.Contact).SdpOf(response), nowMs);
        if (response.StatusCode == 200)
        {
            Begin(SipMethod.Ack).End();
            invite.Acknowledge(response, _writer, SipCall.Phone);
        }
    }

    void ITransactionUser.OnCancel(ServerTransaction invite, SipMessage cancel, long nowMs) => throw new NotSupportedException();

    void ITransactionUser.OnAck(ServerTransaction? invite, SipMessage ack, long nowMs)
    {
        if (invite is null)
        {
            throw new InvalidOperationException("The ACK found no INVITE.");
        }
    }

    void ITransactionUser.OnStrayResponse(SipMessage response, long nowMs) => throw new NotSupportedException();

    void ITransactionUser.OnClientFailed(ClientTransaction transaction, TransactionFailure failure, long nowMs) =>
        throw new InvalidOperationException($"{transaction.Method} failed: {failure}");

    void ITransactionUser.OnServerFailed(ServerTransaction transaction, TransactionFailure failure, long nowMs) =>
        throw new InvalidOperationException($"A response failed: {failure}");

    private void Send(SipMethod method)
    {
        var writer = Begin(method);
        _layer.Send(method == SipMethod.Invite ? writer.Sdp(SipCall.Sdp) : writer.End(), SipCall.Phone, _now);
    }

    private SipMessageWriter Begin(SipMethod method) =>
        _request.Begin(_writer, method, new LocalVia(SipTransport.Udp, SipCall.SentBy, SipCall.BranchOf(method)));
}
