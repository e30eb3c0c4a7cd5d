using CallCenter.Sip;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>
/// Sends requests in client transactions. One that would be larger than <see cref="LargestDatagram"/> goes over TCP; where the
/// peer does not take TCP it is repeated over UDP, and the peer is remembered (RFC 3261 §18.1.1).
/// </summary>
internal sealed class RequestSender(LocalAddresses local, ISipRandom random)
{
    private const int LargestDatagram = 1300;
    private const long RememberMs = 3_600_000;
    private const int MostRemembered = 1_000;
    private readonly Dictionary<SipEndPoint, long> _withoutTcp = [];

    /// <summary>Set once at the start: the layer needs its user, and that needs the sender.</summary>
    public TransactionLayer Transactions { get; set; } = null!;

    /// <summary>Composes one message after another; never kept across calls.</summary>
    public SipMessageWriter Writer { get; } = new();

    public LocalAddresses Local => local;

    public ISipRandom Random => random;

    public LocalVia NewVia(SipTransport transport) => new(transport, local.SentBy, random.NewBranch());

    public void Send(OutgoingRequest request, in SipFlow flow, long now)
    {
        var way = flow;
        request.Write(Writer, NewVia(way.Transport));
        if (way.Transport == SipTransport.Udp && Writer.Written.Length > LargestDatagram && TakesTcp(way.Remote, now))
        {
            way = new SipFlow(SipTransport.Tcp, way.Remote);
            request.IsEnlarged = true;
            request.Write(Writer, NewVia(way.Transport));
        }

        Start(request, in way, now);
    }

    /// <summary>The transaction ended without a response.</summary>
    public void Failed(OutgoingRequest request, TransactionFailure failure, long now)
    {
        if (failure == TransactionFailure.TransportError && request.IsEnlarged)
        {
            RememberWithoutTcp(request.Flow.Remote, now);
            request.IsEnlarged = false;
            var way = new SipFlow(SipTransport.Udp, request.Flow.Remote);
            request.Write(Writer, NewVia(way.Transport));
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

    private void Start(OutgoingRequest request, in SipFlow way, long now)
    {
        request.Flow = way;
        request.Transaction = Transactions.Send(Writer, in way, now, request);
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
