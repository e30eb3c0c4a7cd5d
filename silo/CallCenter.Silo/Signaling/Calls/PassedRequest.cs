using CallCenter.Sip;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>
/// A request of one leg's user agent passed to the other's: re-INVITE, UPDATE with an offer, INFO. Session descriptions and the body of an
/// INFO go through untouched, the final response comes back as it is. While an offer is on its way both dialogs are marked, so that a
/// crossing one is refused with 491 (RFC 3261 §14.2).
/// </summary>
internal sealed class PassedRequest : DialogRequest, IAcknowledged
{
    private static readonly SipHeaderSet InfoHeaders = SipHeaderSet.Of(SipHeader.Unknown, SipHeader.ContentDisposition);
    private static readonly SipHeaderSet RefusalHeaders = SipHeaderSet.Of(
        SipHeader.RetryAfter, SipHeader.Warning, SipHeader.Unsupported, SipHeader.Accept, SipHeader.Reason);

    private readonly SipCore _core;
    private readonly B2bua _b2bua;
    private readonly SipLeg _from;
    private readonly SipLeg _to;
    private readonly ServerTransaction _server;
    private readonly SipMessage _request;
    private readonly bool _offers;
    private SipMessage? _unacknowledged;

    public PassedRequest(SipCore core, B2bua b2bua, SipLeg from, SipLeg to, ServerTransaction server)
        : base(to.Dialog!, to.Digest)
    {
        _core = core;
        _b2bua = b2bua;
        _from = from;
        _to = to;
        _server = server;
        _request = server.Request;
        _offers = Method is SipMethod.Invite or SipMethod.Update;
        server.Context = this;
        Mark(true);
    }

    protected override SipMethod Method => _request.Method;

    public void Start(long now) => _core.Sender.Send(this, _to.NextFlow(_core.Hosts, now), now);

    /// <summary>The user agent took its re-INVITE back.</summary>
    /// <param name="said">Why, for the other side.</param>
    public void Cancel(string? said, long now)
    {
        (Transaction as InviteClientTransaction)?.Cancel(now, SaidHeaders.Reason(said));
        _server.Respond(487, now);
    }

    /// <summary>The ACK of our 2xx to a re-INVITE; with a delayed offer it carries the answer.</summary>
    public void OnAck(SipMessage ack, long now)
    {
        if (_unacknowledged is { } response)
        {
            Acknowledge(response, ack, now);
            Take(_from, ack, now);
        }
    }

    /// <summary>Our 2xx to the re-INVITE was not acknowledged.</summary>
    public void OnAckMissing(long now)
    {
        if (_unacknowledged is { } response && !_to.IsEnded)
        {
            Acknowledge(response, null, now);
        }

        _b2bua.OnBroken(_from, "No ACK", now);
    }

    /// <summary>The leg it came from ends: its user agent is not left waiting; what the other side says does not matter any more.</summary>
    public void Abandon(long now)
    {
        _server.Respond(487, now);
        Mark(false);
    }

    public override void OnResponse(SipMessage response, long now)
    {
        if (response.StatusCode < 200 || (_unacknowledged is not null && response.StatusCode < 300))
        {
            return;
        }

        if (CanRepeat(response))
        {
            Start(now);
            return;
        }

        Mark(false);
        Dialog.OnResponse(response);
        if (response.StatusCode < 300)
        {
            OnAccepted(response, now);
        }
        else
        {
            OnRefused(response, now);
        }
    }

    public override void OnFailed(int status, string reason, long now)
    {
        Mark(false);
        _server.Respond(SipStatusTable.InDialog(status), now);
        _b2bua.OnBroken(_to, $"{Method.Name()}: {reason}", now);
    }

    protected override void Finish(SipMessageWriter writer, SipTransport transport)
    {
        if (_offers)
        {
            writer.Header(SipHeader.Contact, _b2bua.Contact(transport)).Capabilities();
            SessionTimer.WriteOffer(writer, _core.SessionTimers, _to.Timer);
            writer.SdpOf(_request);
        }
        else
        {
            writer.Copy(_request, InfoHeaders).Body(_request.Value(SipHeader.ContentType), _request.Body);
        }
    }

    private void OnAccepted(SipMessage response, long now)
    {
        _to.Learn(response);
        if (_offers && !_request.HasSdp)
        {
            // The offer is in the 2xx.
            _b2bua.NoteHold(_to, response, now);
        }

        if (Method == SipMethod.Invite)
        {
            if (!_request.HasSdp && response.HasSdp && !_from.IsEnded)
            {
                _unacknowledged = response;
            }
            else
            {
                Acknowledge(response, null, now);
            }
        }

        var writer = _server.Begin(_core.Sender.Writer, response.StatusCode);
        if (_offers)
        {
            var timer = SessionTimer.Answer(_request, _core.SessionTimers);
            timer.WriteAnswer(writer.Header(SipHeader.Contact, _b2bua.Contact(_from.Flow.Transport)).Capabilities());
            _b2bua.OnRefreshed(_to, SessionTimer.FromResponse(response), now);
            _b2bua.OnRefreshed(_from, timer, now);
        }

        _server.Respond(writer.SdpOf(response), now);
        Take(_from, _request, now);
    }

    private void OnRefused(SipMessage response, long now)
    {
        var status = SipStatusTable.InDialog(response.StatusCode);
        status = _from.Account is null ? status : SipStatusTable.ForPhoneInDialog(status);
        _server.Respond(_server.Begin(_core.Sender.Writer, status).Copy(response, RefusalHeaders).End(), now);
        if (response.StatusCode is 408 or 481)
        {
            _b2bua.OnBroken(_to, $"{Method.Name()} refused with {response.StatusCode}", now);
        }
    }

    /// <summary>A description that is agreed now: remembered, and looked at for hold.</summary>
    private void Take(SipLeg leg, SipMessage message, long now)
    {
        if (!_offers || !message.HasSdp || leg.IsEnded)
        {
            return;
        }

        leg.Learn(message);
        _b2bua.NoteHold(leg, message, now);
    }

    private void Acknowledge(SipMessage response, SipMessage? ack, long now)
    {
        _unacknowledged = null;
        if (Transaction is InviteClientTransaction invite)
        {
            var flow = _to.NextFlow(_core.Hosts, now);
            var writer = Dialog.BeginAck(_core.Sender.Writer, response.CSeq, _core.Sender.NewVia(flow.Transport));
            invite.Acknowledge(response, ack is null ? writer.End() : writer.SdpOf(ack), flow);
        }
    }

    private void Mark(bool pending)
    {
        if (_offers)
        {
            _from.Dialog!.RemoteInvitePending = pending;
            _to.Dialog!.LocalInvitePending = pending;
        }

        _from.Passing = pending ? this : null;
    }
}
