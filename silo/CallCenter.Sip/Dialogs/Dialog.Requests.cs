using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Dialogs;

/// <content>Requests within the dialog, both ways (RFC 3261 §12.2).</content>
public sealed partial class Dialog
{
    /// <summary>
    /// Writes a request up to CSeq, which it counts up; add Contact (INVITE, UPDATE) and the rest, and end it. Not for ACK and CANCEL.
    /// </summary>
    public SipMessageWriter Begin(SipMessageWriter writer, SipMethod method, in LocalVia via)
    {
        LocalCSeq++;
        return Write(writer, method, LocalCSeq, in via);
    }

    /// <summary>
    /// Writes the ACK for a 2xx to our INVITE with this CSeq; it needs the INVITE's credentials, if any (§13.2.2.4).
    /// </summary>
    public SipMessageWriter BeginAck(SipMessageWriter writer, uint inviteCSeq, in LocalVia via) =>
        Write(writer, SipMethod.Ack, inviteCSeq, in via);

    /// <summary>
    /// Judges a request of the peer and takes over its CSeq and, for INVITE and UPDATE, its Contact (§12.2.2). Null means go on;
    /// else the refusal: 500 out of order, 491 and 500 with Retry-After for offers that cross (§14.2, RFC 3311 §5.2).
    /// </summary>
    /// <param name="retryAfterSeconds">0 to 10, chosen at random by the caller (§14.2).</param>
    public SipRefusal? Accept(SipMessage request, int retryAfterSeconds = 1)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Method is SipMethod.Ack or SipMethod.Cancel)
        {
            return null;
        }

        if (RemoteCSeq is { } last && request.CSeq < last)
        {
            return new SipRefusal(500, ReasonPhrase: "CSeq Out Of Order");
        }

        RemoteCSeq = request.CSeq;
        var offers = request.Method == SipMethod.Invite || (request.Method == SipMethod.Update && request.HasSdp);
        if (offers && RemoteInvitePending)
        {
            return new SipRefusal(500, SipHeader.RetryAfter, $"{retryAfterSeconds}");
        }

        if (offers && LocalInvitePending)
        {
            return new SipRefusal(491);
        }

        RefreshTarget(request);
        return null;
    }

    /// <summary>
    /// Takes over what a response to an INVITE or UPDATE of ours brings: with the first 2xx the dialog is confirmed and its route set
    /// computed anew (§13.2.2.4); the Contact refreshes the remote target.
    /// </summary>
    public void OnResponse(SipMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.StatusCode is <= 100 or >= 300)
        {
            return;
        }

        if (IsUac && !IsConfirmed && response.Method == SipMethod.Invite && response.StatusCode >= 200)
        {
            IsConfirmed = true;
            _routeSet = RouteSetOf(response);
        }

        RefreshTarget(response);
        PlanRoute();
    }

    /// <summary>We sent the 2xx to the INVITE that created the dialog.</summary>
    public void Confirm() => IsConfirmed = true;

    private void RefreshTarget(SipMessage message)
    {
        if (message.Method is SipMethod.Invite or SipMethod.Update && message.Contact?.Uri is { } target)
        {
            RemoteTarget = target;
            PlanRoute();
        }
    }

    /// <summary>
    /// Loose: the remote target is the Request-URI and the whole route set stands in Route. Strict: the first route is the Request-URI
    /// and the remote target moves to the end of Route (§12.2.1.1).
    /// </summary>
    private void PlanRoute()
    {
        _requestUri = RemoteTarget.ForRequestUri().Text;
        _routes = _routeSet;
        NextHop = RemoteTarget;
        if (_routeSet.Length == 0 || !NameAddr.TryParse(_routeSet[0], out var first) || first.Uri is null)
        {
            return;
        }

        NextHop = first.Uri;
        if (!first.Uri.IsLooseRouter)
        {
            _requestUri = first.Uri.ForRequestUri().Text;
            _routes = [.. _routeSet[1..], $"<{RemoteTarget.Text}>"];
        }
    }

    private SipMessageWriter Write(SipMessageWriter writer, SipMethod method, uint cseq, in LocalVia via)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Request(method, _requestUri).Via(via.Transport, via.SentBy, via.Branch);
        foreach (var route in _routes)
        {
            writer.Header(SipHeader.Route, route);
        }

        return writer
            .Header(SipHeader.MaxForwards, 70)
            .Party(SipHeader.From, LocalParty, LocalTag)
            .Party(SipHeader.To, RemoteParty, RemoteTag)
            .Header(SipHeader.CallId, CallId)
            .CSeq(cseq, method);
    }
}
