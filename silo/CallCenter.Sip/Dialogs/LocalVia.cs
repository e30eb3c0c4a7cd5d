namespace CallCenter.Sip.Dialogs;

/// <summary>The Via this stack puts on a request: transport, our own address as peers reach it, a fresh branch.</summary>
public readonly record struct LocalVia(SipTransport Transport, string SentBy, SipBranch Branch);
