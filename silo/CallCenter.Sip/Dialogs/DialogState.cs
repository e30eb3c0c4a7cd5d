namespace CallCenter.Sip.Dialogs;

/// <summary>
/// All that is needed to rebuild a <see cref="Dialog"/> after a restart (RFC 3261 §12): plain values, so any serialiser will do.
/// </summary>
/// <param name="RemoteCSeq">Null while the peer has sent no request.</param>
/// <param name="LocalParty">Our name-addr, without tag.</param>
/// <param name="RemoteParty">The peer's name-addr, without tag.</param>
/// <param name="RemoteTarget">The peer's Contact URI.</param>
/// <param name="RouteSet">Route values in the order they are written.</param>
public sealed record DialogState(
    bool IsUac,
    bool IsConfirmed,
    bool IsSecure,
    string CallId,
    string LocalTag,
    string RemoteTag,
    uint LocalCSeq,
    uint? RemoteCSeq,
    string LocalParty,
    string RemoteParty,
    string RemoteTarget,
    string[] RouteSet);
