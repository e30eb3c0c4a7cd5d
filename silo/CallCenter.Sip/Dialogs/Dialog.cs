using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Dialogs;

/// <summary>A dialog, early or confirmed, of either side (RFC 3261 §12).</summary>
public sealed partial class Dialog
{
    private string[] _routeSet;
    private string _requestUri = "";
    private string[] _routes = [];

    private Dialog(DialogState state, SipUri remoteTarget)
    {
        IsUac = state.IsUac;
        IsConfirmed = state.IsConfirmed;
        IsSecure = state.IsSecure;
        CallId = state.CallId;
        LocalTag = SipTag.TryParse(state.LocalTag, out var tag) ? tag : default;
        RemoteTag = state.RemoteTag;
        LocalCSeq = state.LocalCSeq;
        RemoteCSeq = state.RemoteCSeq;
        LocalParty = state.LocalParty;
        RemoteParty = state.RemoteParty;
        RemoteTarget = remoteTarget;
        _routeSet = state.RouteSet;
        NextHop = remoteTarget;
        PlanRoute();
    }

    /// <summary>We sent the request that created the dialog.</summary>
    public bool IsUac { get; }

    /// <summary>A 2xx was sent or received; before it the dialog is early.</summary>
    public bool IsConfirmed { get; private set; }

    public bool IsSecure { get; }

    public string CallId { get; }

    public SipTag LocalTag { get; }

    /// <summary>Empty for a peer of RFC 2543.</summary>
    public string RemoteTag { get; }

    /// <summary>CSeq of our latest request in the dialog.</summary>
    public uint LocalCSeq { get; private set; }

    /// <summary>CSeq of the peer's latest request, if any.</summary>
    public uint? RemoteCSeq { get; private set; }

    /// <summary>Our name-addr, without tag.</summary>
    public string LocalParty { get; }

    /// <summary>The peer's name-addr, without tag.</summary>
    public string RemoteParty { get; }

    /// <summary>The peer's Contact URI; refreshed by INVITE and UPDATE and their responses.</summary>
    public SipUri RemoteTarget { get; private set; }

    /// <summary>Route values in the order they are written.</summary>
    public IReadOnlyList<string> RouteSet => _routeSet;

    /// <summary>The URI whose host a request of ours is sent to (§12.2.1.1): the first route, or the remote target.</summary>
    public SipUri NextHop { get; private set; }

    /// <summary>An INVITE of ours waits for its final response; the user keeps it. Decides 491 in <see cref="Accept"/>.</summary>
    public bool LocalInvitePending { get; set; }

    /// <summary>An INVITE of the peer waits for our final response; the user keeps it. Decides 500 in <see cref="Accept"/>.</summary>
    public bool RemoteInvitePending { get; set; }

    /// <summary>The UAS's dialog from the INVITE; null when it names no usable Contact (answer 400).</summary>
    public static Dialog? CreateUas(SipMessage request, SipTag localTag)
    {
        ArgumentNullException.ThrowIfNull(request);
        if ((request.Contact?.Uri ?? TargetOfRfc2543(request)) is not { } target)
        {
            return null;
        }

        var state = new DialogState(
            IsUac: false,
            IsConfirmed: false,
            IsSecure: request.Flow.Transport is SipTransport.Tls or SipTransport.Wss && request.RequestUri is { IsSips: true },
            request.CallIdText,
            localTag.ToString(),
            request.FromTagText,
            LocalCSeq: 0,
            RemoteCSeq: request.CSeq,
            LocalParty: request.To.WithoutParameters().ToString(),
            RemoteParty: request.From.WithoutParameters().ToString(),
            target.Text,
            [.. request.NameAddrs(SipHeader.RecordRoute).Select(route => route.ToString())]);
        return new Dialog(state, target);
    }

    /// <summary>A client of RFC 2543 may leave out Contact: it is reached under its From (RFC 4475 §3.4.1).</summary>
    private static SipUri? TargetOfRfc2543(SipMessage request) =>
        request.Has(SipHeader.Contact) || SipBranch.HasMagicCookie(request.TopVia.Branch) ? null : request.From.Uri;

    /// <summary>The UAC's dialog from a 101 to 299 response with To tag (§12.1.2); null when the response creates none.</summary>
    /// <param name="requestUri">Stands in for the remote target while the peer names no Contact.</param>
    public static Dialog? CreateUac(SipMessage response, SipUri requestUri)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(requestUri);
        if (response.StatusCode is <= 100 or >= 300 || (response.ToTag.IsEmpty && response.StatusCode < 200))
        {
            return null;
        }

        var target = response.Contact?.Uri ?? requestUri;
        var state = new DialogState(
            IsUac: true,
            IsConfirmed: response.StatusCode >= 200,
            IsSecure: requestUri.IsSips,
            response.CallIdText,
            response.FromTagText,
            response.ToTagText,
            LocalCSeq: response.CSeq,
            RemoteCSeq: null,
            LocalParty: response.From.WithoutParameters().ToString(),
            RemoteParty: response.To.WithoutParameters().ToString(),
            target.Text,
            RouteSetOf(response));
        return new Dialog(state, target);
    }

    /// <summary>Rebuilds a dialog after a restart; null when the state cannot be one of ours.</summary>
    public static Dialog? FromState(DialogState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return SipUri.TryParse(state.RemoteTarget, out var target) && SipTag.TryParse(state.LocalTag, out _)
            ? new Dialog(state, target) : null;
    }

    public DialogState ToState() => new(
        IsUac, IsConfirmed, IsSecure, CallId, LocalTag.ToString(), RemoteTag, LocalCSeq, RemoteCSeq, LocalParty, RemoteParty,
        RemoteTarget.Text, _routeSet);

    /// <summary>The message carries this dialog's Call-ID and tags, seen from our side.</summary>
    public bool Matches(SipMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var (local, remote) = message.IsRequest ? (message.ToTagText, message.FromTagText) : (message.FromTagText, message.ToTagText);
        return message.CallIdText == CallId && remote == RemoteTag && SipTag.TryParse(local, out var tag) && tag == LocalTag;
    }

    private static string[] RouteSetOf(SipMessage response) =>
        [.. response.NameAddrs(SipHeader.RecordRoute).Reverse().Select(route => route.ToString())];
}
