using System.Net;
using System.Text;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Tests.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Sip.Tests.Transactions;

/// <summary>A transaction layer whose network and user write down what happens, each as one short word.</summary>
internal sealed class Bench : ISipTransport, ITransactionUser
{
    private readonly List<string> _log = [];
    private readonly SipTransport _transport;

    public Bench(SipTransport transport = SipTransport.Udp, TransactionOptions? options = null)
    {
        _transport = transport;
        options ??= new TransactionOptions { TryingAfterMs = -1 };
        Layer = new TransactionLayer(this, this, new FakeRandom(), options with { EndTogetherMs = 1 });
        Flow = new SipFlow(transport, new SipEndPoint(IPAddress.Loopback, 5070), 1);
    }

    public TransactionLayer Layer { get; }

    public SipFlow Flow { get; }

    public SipMessageWriter Writer { get; } = new();

    public long NowMs { get; private set; } = 1_000;

    public bool NetworkIsDown { get; set; }

    public ServerTransaction? Server { get; private set; }

    public ClientTransaction? Client { get; private set; }

    public List<SipMessage> Sent { get; } = [];

    /// <summary>Everything since the last call, as "send INVITE | user 180".</summary>
    public string Log()
    {
        var text = string.Join(" | ", _log);
        _log.Clear();
        return text;
    }

    /// <summary>Lets time pass, firing each timer exactly when it is due.</summary>
    public void Pass(long milliseconds)
    {
        var end = NowMs + milliseconds;
        while (Layer.NextDueMs <= end)
        {
            NowMs = Layer.NextDueMs;
            Layer.Tick(NowMs);
        }

        NowMs = end;
    }

    public void SendRequest(SipMethod method, string branch = "1")
    {
        Compose(method, branch);
        Client = Layer.Send(Writer, Flow, NowMs);
    }

    /// <summary>After a restart: an INVITE of ours that was sent before.</summary>
    public void RestoreClient(bool isHeard)
    {
        Compose(SipMethod.Invite, "1");
        Client = Layer.RestoreClient(Writer, Flow, isHeard, NowMs);
    }

    /// <summary>After a restart: the peer's INVITE that came before.</summary>
    public void RestoreServer() => Server = Layer.RestoreServer(Parse(RequestText("INVITE", "z9hG4bKpeer", "", 1, "")), new SipTag(0xb));

    /// <summary>Says what the peer's INVITE was answered with before.</summary>
    public void Remember(int statusCode) => ((InviteServerTransaction)Server!).Remember(Server.Begin(Writer, statusCode).End(), NowMs);

    private void Compose(SipMethod method, string branch)
    {
        var request = new InitialRequest
        {
            RequestUri = SipUri.Parse("sip:bob@192.0.2.4"),
            LocalParty = "<sip:alice@192.0.2.1>",
            RemoteParty = "<sip:bob@192.0.2.4>",
            CallId = "call-1",
            LocalTag = new SipTag(0xa),
        };
        request.Begin(Writer, method, new LocalVia(_transport, "192.0.2.1", new SipBranch(ulong.Parse(branch)))).End();
    }

    /// <summary>A response of the peer to the request <see cref="SendRequest"/> sent.</summary>
    public void PeerAnswers(int statusCode, string toTag = "peer", SipMethod? method = null, string branch = "1")
    {
        var token = (method ?? Client!.Method).Name();
        Receive($"""
            SIP/2.0 {statusCode} {SipStatus.ReasonPhrase(statusCode)}
            Via: SIP/2.0/UDP 192.0.2.1;branch={new SipBranch(ulong.Parse(branch))}
            From: <sip:alice@192.0.2.1>;tag=000000000000000a
            To: <sip:bob@192.0.2.4>;tag={toTag}
            Call-ID: call-1
            CSeq: 1 {token}
            Contact: <sip:bob@192.0.2.4:5070>
            Content-Length: 0


            """);
    }

    /// <summary>A request of the peer; an ACK to anything but a 2xx has the INVITE's branch.</summary>
    public void PeerSends(string method, string branch = "z9hG4bKpeer", string toTag = "", int cseq = 1, string via = "")
    {
        Receive(RequestText(method, branch, toTag, cseq, via));
    }

    private static string RequestText(string method, string branch, string toTag, int cseq, string via)
    {
        var tag = toTag.Length == 0 ? "" : ";tag=" + toTag;
        return $"""
            {method} sip:bob@192.0.2.4 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.9:5090;branch={branch}{via}
            From: <sip:carol@192.0.2.9>;tag=carol
            To: <sip:bob@192.0.2.4>{tag}
            Call-ID: call-2
            CSeq: {cseq} {method}
            Contact: <sip:carol@192.0.2.9:5090>
            Max-Forwards: 70
            Content-Length: 0


            """;
    }

    public void Answer(int statusCode) => Server!.Respond(Server.Begin(Writer, statusCode).End(), NowMs);

    bool ISipTransport.Send(in SipFlow flow, ReadOnlySpan<byte> message)
    {
        var parsed = Wire.Parse(message);
        Sent.Add(parsed);
        _log.Add("send " + (parsed.IsRequest ? parsed.Method.Name() : parsed.StatusCode.ToString()));
        return !NetworkIsDown;
    }

    void ITransactionUser.OnRequest(ServerTransaction transaction, SipMessage request, long nowMs)
    {
        Server = transaction;
        _log.Add("user " + Encoding.ASCII.GetString(request.MethodToken));
    }

    bool ITransactionUser.KnowsDialogOf(SipMessage request) => request.ToTagText == "known";

    void ITransactionUser.OnCancel(ServerTransaction invite, SipMessage cancel, long nowMs) => _log.Add("user CANCEL");

    void ITransactionUser.OnAck(ServerTransaction? invite, SipMessage ack, long nowMs) =>
        _log.Add(invite is null ? "user stray ACK" : "user ACK");

    void ITransactionUser.OnResponse(ClientTransaction transaction, SipMessage response, long nowMs) =>
        _log.Add($"user {response.StatusCode}");

    void ITransactionUser.OnStrayResponse(SipMessage response, long nowMs) => _log.Add($"user stray {response.StatusCode}");

    void ITransactionUser.OnClientFailed(ClientTransaction transaction, TransactionFailure failure, long nowMs) =>
        _log.Add($"user {transaction.Method.Name()} {failure}");

    void ITransactionUser.OnServerFailed(ServerTransaction transaction, TransactionFailure failure, long nowMs) =>
        _log.Add($"user {failure}");

    private void Receive(string text) => Layer.Receive(Wire.Parse(text), Flow, NowMs);

    private SipMessage Parse(string text)
    {
        var message = Wire.Parse(text);
        message.Flow = Flow;
        return message;
    }
}
