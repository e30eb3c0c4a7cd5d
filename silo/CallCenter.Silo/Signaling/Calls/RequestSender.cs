using CallCenter.Sip;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>
/// Sends requests in client transactions. One that would be larger than <see cref="LargestDatagram"/> goes over TCP; where the
/// peer does not take TCP it is repeated over UDP, and the peer is remembered (RFC 3261 §18.1.1).
/// </summary>
internal sealed class RequestSender(LocalAddresses local, ISipRandom random, TransactionLayer transactions)
{
    private const int LargestDatagram = 1300;
    private const long RememberMs = 3_600_000;
    private const int MostRemembered = 1_000;
    private readonly Dictionary<SipEndPoint, long> _withoutTcp = [];

    public TransactionLayer Transactions => transactions;

    /// <summary>Composes one message after another; never kept across calls.</summary>
    public SipMessageWriter Writer { get; } = new();

    public LocalAddresses Local => local;

    public ISipRandom Random => random;

    public LocalVia NewVia(SipTransport transport) => new(transport, local.SentByOver(transport), random.NewBranch());

    public LocalVia AckVia(SipTransport transport, SipBranch branch) => new(transport, local.SentByOver(transport), branch);

    public void Send(OutgoingRequest request, in SipFlow flow, long now)
    {
        var way = Compose(request, in flow, now);
        Start(request, in way, now);
    }

    /// <summary>Goes on with an INVITE that was sent before a restart; <paramref name="isHeard"/>: the peer is known to have it.</summary>
    public void Resume(OutgoingRequest invite, in SipFlow flow, bool isHeard, long now)
    {
        var way = Compose(invite, in flow, now);
        invite.Flow = way;
        invite.Transaction = transactions.RestoreClient(Writer, in way, isHeard, now);
        if (invite.Transaction is { } transaction)
        {
            transaction.Context = invite;
        }
    }

    /// <summary>The same with one of which only its response is left, which is handled now: nobody waits for it any more.</summary>
    public void ResumeUnknown(SipMessage response, SipBranch branch, long now)
    {
        var transport = response.Flow.Transport;
        Writer.Request(SipMethod.Invite, response.To.UriText).Via(transport, local.SentByOver(transport), branch)
            .Copy(response, SipHeader.From).Header(SipHeader.To, response.To.WithoutParameters()).Copy(response, SipHeader.CallId)
            .CSeq(response.CSeq, SipMethod.Invite).End();
        if (transactions.RestoreClient(Writer, response.Flow, isHeard: true, now) is not { } transaction)
        {
            return;
        }

        if (response.StatusCode < 200)
        {
            ((InviteClientTransaction)transaction).Cancel(now);
        }
        else
        {
            transactions.Receive(response, response.Flow, now);
        }
    }

    /// <summary>The transaction ended without a response.</summary>
    public void Failed(OutgoingRequest request, TransactionFailure failure, long now)
    {
        if (failure == TransactionFailure.TransportError && request is { IsEnlarged: true, IsWanted: true })
        {
            RememberWithoutTcp(request.Flow.Remote, now);
            request.IsEnlarged = false;
            var way = new SipFlow(SipTransport.Udp, request.Flow.Remote);
            Write(request, way.Transport);
            Start(request, in way, now);
        }
        else if (failure == TransactionFailure.Timeout)
        {
            request.OnFailed(408, "No response", now);
        }
        else
        {
            request.OnFailed(503, "Cannot be reached", now);
        }
    }

    private SipFlow Compose(OutgoingRequest request, in SipFlow flow, long now)
    {
        Write(request, flow.Transport);
        if (flow.Transport != SipTransport.Udp || Writer.Written.Length <= LargestDatagram || !TakesTcp(flow.Remote, now))
        {
            return flow;
        }

        request.IsEnlarged = true;
        Write(request, SipTransport.Tcp);
        return new SipFlow(SipTransport.Tcp, flow.Remote);
    }

    private void Write(OutgoingRequest request, SipTransport transport) =>
        request.Write(Writer, new LocalVia(transport, local.SentByOver(transport), request.NextBranch(random)));

    private void Start(OutgoingRequest request, in SipFlow way, long now)
    {
        request.Flow = way;
        request.Transaction = transactions.Send(Writer, in way, now, request);
        if (request.Transaction is null)
        {
            request.OnFailed(503, "Too many transactions", now);
        }
    }

    private bool TakesTcp(SipEndPoint remote, long now) => !_withoutTcp.TryGetValue(remote, out var until) || now > until;

    private void RememberWithoutTcp(SipEndPoint remote, long now)
    {
        if (_withoutTcp.Count >= MostRemembered)
        {
            _withoutTcp.Clear();
        }

        _withoutTcp[remote] = now + RememberMs;
    }
}
