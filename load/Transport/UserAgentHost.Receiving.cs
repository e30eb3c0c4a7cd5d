using CallCenter.Sip;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Load.Transport;

/// <content>From the sockets through the transactions to the legs.</content>
public sealed partial class UserAgentHost
{
    bool ISipTransport.Send(in SipFlow flow, ReadOnlySpan<byte> message) =>
        flow.Transport == SipTransport.Tcp ? _stream.Send(message) : _channel.Send(flow.Remote, message);

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
        if (SipParser.TryParse(bytes, out var message, out _))
        {
            Receive(message!, new SipFlow(SipTransport.Udp, from));
        }
        else
        {
            Unreadable++;
        }
    }

    private void ReceiveFromStream(SipMessage? message)
    {
        if (message is not null)
        {
            Receive(message, ServerFlow(SipTransport.Tcp));
        }
        else
        {
            Unreadable++;
        }
    }

    private void Receive(SipMessage message, in SipFlow flow)
    {
        if (_silent.Count == 0 || !message.IsRequest || !_silent.Contains(message.RequestUri?.User ?? ""))
        {
            _layer.Receive(message, in flow, Loop.NowMs);
        }
    }

    private void StreamBroke() => _layer.TransportFailed(ServerFlow(SipTransport.Tcp), Loop.NowMs);
}
